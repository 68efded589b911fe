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
 * A route as its file describes it: the parameters that it gives to the template {@code sync}, with the template's
 * defaults. docs/routes.md says what each means.
 *
 * @param changedAtFormat how {@code changedAt} is written where it is text or digits; null where it is none of these
 * @param deepSchedule of its deep runs over all rows; empty where it has none by itself
 * @param parents field name to the route whose record of that key must have been delivered before
 * @param deleteGuard how many of a hundred records may be gone before their deletions are held
 * @param overlapMicros how far before its watermark {@code changes} begins, in microseconds
 * @param overlapNumber the same where changed-at is a row version
 * @param through what is done with its pages before they are judged: the route {@code direct:<through>}
 * @param extension the name of what prepares its pages and follows what becomes of them: a parameter of what it goes
 *     through; empty where that has none
 * @param notCompared fields that a reconciliation leaves out
 * @param write which columns of a SQL target the fields go to, in YAML; {@link WriteMapping} reads it
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

    /** Parameters that a route has from what it goes through, where it does not give them itself. */
    public static final List<String> INHERITED = List.of("targetQuery", "json", "write", "extension");

    /** Where pages go that are judged as they were read. */
    private static final String AS_READ = "as-read";

    /** Whether nothing is done with its pages before they are judged. */
    public boolean isJudgedAsRead() {
        return through.equals(AS_READ);
    }

    /** What a target is told of a record that its source no longer has. */
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

    /** The fields that say which record it is, and which row of a SQL target: they are the source's, whoever edits it. */
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

    /** The schedule that it is expected to keep: of deep runs where it has no other. */
    public String watchedSchedule() {
        return isScheduled() || !isScheduledDeep() ? schedule : deepSchedule;
    }

    public boolean isScheduled() {
        return !NEVER.equals(schedule);
    }
}
