package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.record.Known;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * A record in which source and target do not agree.
 *
 * @param fields those in which they differ; none for a record that is missing or extra
 * @param status the record's in the status table; null where it is not in it
 * @param reason the status table's, where the record is no success
 * @param repaired whether source and target agree after the repair; null where none was tried
 * @param outcome why it could not be repaired
 */
@RegisterForReflection
public record Difference(
        String key,
        String title,
        Kind kind,
        List<Field> fields,
        String status,
        String reason,
        Boolean repaired,
        String outcome) {
    /** In what way they do not agree. */
    public enum Kind {
        /** The source has it, the target has not. */
        MISSING,
        /** The target has it, or has it several times, the source has not. */
        EXTRA,
        /** Both have it, with other content. */
        DIFFERENT;

        /** The name in the API. */
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param source as it was, or would be, sent */
    @RegisterForReflection
    public record Field(String field, JsonNode source, JsonNode target) {}

    static Difference of(Kind kind, String key, String title, List<Field> fields) {
        return new Difference(key, title, kind, fields, null, null, null, null);
    }

    Difference withReason(String why) {
        return new Difference(key, title, kind, fields, status, why, repaired, outcome);
    }

    /** @param why not repaired; null when it is */
    Difference tried(String why) {
        return new Difference(key, title, kind, fields, status, reason, why == null, why);
    }

    /** With what the status table knows of the record. */
    Difference with(Known known) {
        return known == null
                ? this
                : new Difference(
                        key,
                        title,
                        kind,
                        fields,
                        known.status().name(),
                        known.reason() == null ? reason : known.reason(),
                        repaired,
                        outcome);
    }
}
