package dev.syncline.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a run did with a record, or would have done.
 *
 * @param action null where nothing would be done
 * @param status SUCCESS; of a dry run, also the FAILED, BLOCKED or ON_HOLD that the record would be
 * @param reason why, where it is no success
 * @param fields field by field, what was there before and after; without those that did not change
 */
@RegisterForReflection
public record ChangeView(
        String key, String title, String action, String status, String reason, List<FieldChange> fields) {
    /** @param before null where the field was not there, or what was there is not known any more */
    @RegisterForReflection
    public record FieldChange(String field, JsonNode before, JsonNode after) {}
}
