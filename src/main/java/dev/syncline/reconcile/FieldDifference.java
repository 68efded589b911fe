package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.record.Known;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * A field that differs.
 *
 * @param source the value as it would be sent
 */
@RegisterForReflection
public record FieldDifference(String field, JsonNode source, JsonNode target) {}
