package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.Fault;
import java.util.List;

/**
 * One value of a JSON document that is handed on by itself.
 *
 * @param value the value without what is dropped; null when it could not be read
 * @param around the fields that stand before it in the objects around it
 * @param faults what is wrong with how it is written; not empty when {@code value} is null
 * @param place where it begins
 * @param unreadable the text that could not be read, or null
 */
public record DocumentPart(JsonNode value, ObjectNode around, List<Fault> faults, String place, String unreadable) {}
