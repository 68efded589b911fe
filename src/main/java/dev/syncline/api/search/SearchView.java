package dev.syncline.api.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * What a search found, at most ten of each kind.
 *
 * @param records those whose key begins with the text first, then those whose title has it
 * @param allTitles whether every title was looked at, or enough records were found; otherwise
 *     {@code GET /api/records?q=} looks further, page by page
 */
@RegisterForReflection
public record SearchView(
        String q,
        List<FoundRecord> records,
        boolean allTitles,
        List<FoundRoute> routes,
        List<FoundRun> runs,
        List<FoundOrder> orders,
        List<FoundDocument> documents) {
    @RegisterForReflection
    public record FoundRecord(String route, String key, String title, String status) {}

    @RegisterForReflection
    public record FoundRoute(String id, String title) {}

    @RegisterForReflection
    public record FoundRun(long id, String route, String status, Instant createdAt) {}

    @RegisterForReflection
    public record FoundOrder(String vendor, String number) {}

    /** @param document the number that its supplier gave it */
    @RegisterForReflection
    public record FoundDocument(long id, String supplier, String document, String type, Instant receivedAt) {}

    static SearchView nothing(String q) {
        return new SearchView(q, List.of(), true, List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return records.isEmpty() && routes.isEmpty() && runs.isEmpty() && orders.isEmpty() && documents.isEmpty();
    }
}
