package dev.syncline.api.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Which records a rule would keep back, by what the hub keeps of them.
 *
 * @param records of the routes that the rule names
 * @param lookedAt records whose content was looked at
 * @param unknown those of them whose content does not have the rule's field
 * @param keepsBack records that the rule matches among those looked at
 * @param delivered those of them that are at the target: they are kept back when they change
 * @param isWhole whether the numbers are of all records
 * @param note what was looked at, in words
 * @param items the first that it matches
 */
@RegisterForReflection
public record RuleMatches(
        long records,
        long lookedAt,
        long unknown,
        long keepsBack,
        long delivered,
        boolean isWhole,
        String note,
        List<Match> items) {
    /** @param status of the record now */
    @RegisterForReflection
    public record Match(String route, String key, String title, String status) {}
}
