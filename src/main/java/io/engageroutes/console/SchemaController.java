package io.engageroutes.console;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the schemas of what is canonical: receipt, order, contact. */
@RestController
class SchemaController {

    private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");

    @GetMapping("/schema/{name:[a-z]+}.json")
    ResponseEntity<Resource> schema(@PathVariable("name") String name) {
        Resource schema = new ClassPathResource("schema/" + name + ".json");
        if (!schema.exists()) {
            throw new Refused(HttpStatus.NOT_FOUND, "not-found", "there is no schema/" + name + ".json");
        }
        return ResponseEntity.ok().contentType(JSON_SCHEMA).body(schema);
    }
}
