package dev.syncline.route;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A route as its file describes it: its parameters of the template {@code sync}, with the template's defaults.
 * docs/routes.md explains them.
 *
 * @param changedAtFormat the pattern of {@code changedAt} if that is text or digits; null otherwise
 * @param deepSchedule schedule of its deep runs over all rows; empty if none are scheduled
 * @param parents field name to the route whose record of that key must have been delivered before
 * @param deleteGuard the percentage of records that may be gone before deletions are held
 * @param overlapMicros how far before its watermark {@code changes} begins, in microseconds
 * @param overlapNumber the same if changed-at is a row version
 * @param through the route {@code direct:<through>} that its pages pass before they are judged
 * @param extension the name of the bean that extends it, a parameter of the route named by {@code through}; empty if
 *     that has none
 * @param notCompared fields that a reconciliation ignores
 * @param write the mapping of fields to columns of a SQL target, in YAML; {@link WriteMapping} parses it
 */
public record SyncRoute(
        String id,
        String title,
        String section,
        String entity,
        String source,
        String target,
        List<String> key,
        String changedAt,
        String rangeBy,
        List<String> json,
        ZoneId zone,
        ChangedAtFormat changedAtFormat,
        String label,
        String query,
        String deepQuery,
        String path,
        String targetPath,
        String map,
        String schedule,
        String deepSchedule,
        boolean windowed,
        boolean onDemand,
        long overlapMicros,
        long overlapNumber,
        List<String> prerequisites,
        Map<String, String> parents,
        List<String> required,
        DeletePolicy deletePolicy,
        String targetQuery,
        String targetMap,
        List<String> notCompared,
        int deleteGuard,
        int pageSize,
        int batchSize,
        String write,
        String through,
        String extension) {

    /** The schedule of a route that runs on demand only. */
    public static final String NEVER = "0 0 0 1 1 ? 2099";

    /** Parameters that a route without them inherits from the route named by {@code through}. */
    public static final List<String> INHERITED = List.of("targetQuery", "json", "write", "extension");

    /** The value of {@code through} for pages that are judged as they were read. */
    private static final String AS_READ = "as-read";

    /** Returns whether its pages are judged as they were read. */
    public boolean isJudgedAsRead() {
        return through.equals(AS_READ);
    }

    /** What to do in the target with a record that its source no longer has. */
    public enum DeletePolicy {
        IGNORE,
        DEACTIVATE,
        DELETE
    }

    static SyncRoute of(Map<String, String> p, ZoneId zone) {
        String overlap = p.get("overlap");
        boolean isNumber = overlap.chars().allMatch(Character::isDigit);
        return new SyncRoute(
                p.get("id"),
                p.get("title"),
                p.get("section"),
                p.get("entity"),
                p.get("source"),
                p.get("target"),
                list(p.get("key")),
                p.get("changedAt"),
                p.get("rangeBy"),
                list(p.getOrDefault("json", "")),
                p.get("changedAtZone").isEmpty() ? zone : ZoneId.of(p.get("changedAtZone")),
                format(p.getOrDefault("changedAtFormat", "")),
                p.get("label"),
                p.get("query"),
                p.get("deepQuery"),
                p.get("path").isEmpty() ? p.get("entity") : p.get("path"),
                p.get("targetPath").isEmpty() ? p.get("entity") : p.get("targetPath"),
                p.get("map"),
                p.get("schedule"),
                p.getOrDefault("deepSchedule", ""), // a mounted template may be older
                Boolean.parseBoolean(p.get("windowed")),
                Boolean.parseBoolean(p.get("onDemand")),
                isNumber ? 0 : Duration.parse(overlap).toNanos() / 1_000,
                isNumber ? Long.parseLong(overlap) : 0,
                list(p.get("prerequisites")),
                list(p.get("parents")).stream()
                        .map(pair -> pair.split(":", 2))
                        .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip())),
                list(p.get("required")),
                DeletePolicy.valueOf(p.get("deletePolicy").toUpperCase(Locale.ROOT)),
                p.getOrDefault("targetQuery", ""), // a mounted template may be older
                p.getOrDefault("targetMap", ""),
                list(p.getOrDefault("notCompared", "")),
                Integer.parseInt(p.getOrDefault("deleteGuard", "20")),
                Integer.parseInt(p.get("pageSize")),
                Integer.parseInt(p.get("batchSize")),
                p.getOrDefault("write", ""),
                p.getOrDefault("through", AS_READ),
                p.getOrDefault("extension", ""));
    }

    private static ChangedAtFormat format(String pattern) {
        return pattern.isBlank() ? null : ChangedAtFormat.of(pattern);
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /**
     * Returns the fields that identify a record, and its row in a SQL target. An edit of a record does not change them.
     */
    public Set<String> keyFields() {
        Set<String> fields = new LinkedHashSet<>(key);
        if (!write.isBlank()) {
            WriteMapping mapping = WriteMapping.of(write);
            fields.addAll(mapping.row().key().keySet());
            mapping.children()
                    .values()
                    .forEach(child -> fields.addAll(child.parent().keySet()));
        }
        return fields;
    }

    public boolean isScheduledDeep() {
        return !deepSchedule.isEmpty();
    }

    /** Returns the schedule by which it is watched: its own, or that of its deep runs if it has no other. */
    public String watchedSchedule() {
        return isScheduled() || !isScheduledDeep() ? schedule : deepSchedule;
    }

    public boolean isScheduled() {
        return !NEVER.equals(schedule);
    }
}
