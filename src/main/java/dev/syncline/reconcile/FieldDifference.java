package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field that differs.
 *
 * @param source the value as it would be sent
 */
@RegisterForReflection
public record FieldDifference(String field, JsonNode source, JsonNode target) {}
