package dev.syncline.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a run did with a record, or would have done.
 *
 * @param fields field by field, what was there before and after; without those that did not change
 */
@RegisterForReflection
public record ChangeView(String key, String title, String action, List<FieldChange> fields) {
    /** @param before null where the field was not there, or what was there is not known any more */
    @RegisterForReflection
    public record FieldChange(String field, JsonNode before, JsonNode after) {}
}
