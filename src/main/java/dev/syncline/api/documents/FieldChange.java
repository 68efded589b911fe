package dev.syncline.api.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param before null if the record did not have the field, or the log no longer holds its former value */
@RegisterForReflection
public record FieldChange(String field, JsonNode before, JsonNode after) {}
