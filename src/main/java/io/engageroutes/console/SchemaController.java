package io.engageroutes.console;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the schema of the canonical receipt. */
@RestController
class SchemaController {

    private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Resource schema;

    SchemaController(@Value("classpath:schema/receipt.json") Resource schema) {
        this.schema = schema;
    }

    @GetMapping("/schema/receipt.json")
    ResponseEntity<Resource> receipt() {
        if (!schema.exists()) {
            throw new Refused(HttpStatus.NOT_FOUND, "not-found", "this build was packed without schema/receipt.json");
        }
        return ResponseEntity.ok().contentType(JSON_SCHEMA).body(schema);
    }
}
