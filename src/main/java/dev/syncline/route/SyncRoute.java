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
 */
public record SyncRoute(
        RouteTitle about,
        RouteSource reading,
        ChangeTracking changes,
        RouteTarget writing,
        RouteTiming timing,
        RouteConditions conditions,
        RoutePages pages) {

    /** The schedule of a route that runs on demand only. */
    public static final String NEVER = "0 0 0 1 1 ? 2099";

    /** Parameters that a route without them inherits from the route named by {@code through}. */
    public static final List<String> INHERITED = List.of("targetQuery", "json", "write", "extension");

    /** The value of {@code through} for pages that are judged as they were read. */
    private static final String AS_READ = "as-read";

    /** Returns whether its pages are judged as they were read. */
    public boolean isJudgedAsRead() {
        return through().equals(AS_READ);
    }

    static SyncRoute of(Map<String, String> p, ZoneId zone) {
        String overlap = p.get("overlap");
        boolean isNumber = overlap.chars().allMatch(Character::isDigit);
        return new SyncRoute(
                new RouteTitle(p.get("id"), p.get("title"), p.get("section"), p.get("entity"), p.get("label")),
                new RouteSource(
                        p.get("source"),
                        list(p.get("key")),
                        p.get("query"),
                        p.get("deepQuery"),
                        p.get("path").isEmpty() ? p.get("entity") : p.get("path"),
                        p.get("map"),
                        list(p.getOrDefault("json", ""))), // a mounted template may be older
                new ChangeTracking(
                        p.get("changedAt"),
                        p.get("rangeBy"),
                        p.get("changedAtZone").isEmpty() ? zone : ZoneId.of(p.get("changedAtZone")),
                        format(p.getOrDefault("changedAtFormat", "")),
                        Boolean.parseBoolean(p.get("windowed")),
                        isNumber ? 0 : Duration.parse(overlap).toNanos() / 1_000,
                        isNumber ? Long.parseLong(overlap) : 0),
                new RouteTarget(
                        p.get("target"),
                        p.get("targetPath").isEmpty() ? p.get("entity") : p.get("targetPath"),
                        p.getOrDefault("write", ""),
                        p.getOrDefault("targetQuery", ""),
                        p.getOrDefault("targetMap", ""),
                        list(p.getOrDefault("notCompared", "")),
                        DeletePolicy.valueOf(p.get("deletePolicy").toUpperCase(Locale.ROOT)),
                        Integer.parseInt(p.getOrDefault("deleteGuard", "20"))),
                new RouteTiming(
                        p.get("schedule"),
                        p.getOrDefault("deepSchedule", ""),
                        Boolean.parseBoolean(p.get("onDemand")),
                        list(p.get("prerequisites"))),
                new RouteConditions(
                        list(p.get("parents")).stream()
                                .map(pair -> pair.split(":", 2))
                                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip())),
                        list(p.get("required"))),
                new RoutePages(
                        Integer.parseInt(p.get("pageSize")),
                        Integer.parseInt(p.get("batchSize")),
                        p.getOrDefault("through", AS_READ),
                        p.getOrDefault("extension", "")));
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

    public String id() {
        return about.id();
    }

    public String title() {
        return about.title();
    }

    public String entity() {
        return about.entity();
    }

    public String source() {
        return reading.system();
    }

    public String target() {
        return writing.system();
    }

    public List<String> key() {
        return reading.key();
    }

    public List<String> json() {
        return reading.json();
    }

    public ZoneId zone() {
        return changes.zone();
    }

    public String label() {
        return about.label();
    }

    public String query() {
        return reading.query();
    }

    public String deepQuery() {
        return reading.deepQuery();
    }

    public String path() {
        return reading.path();
    }

    public String targetPath() {
        return writing.path();
    }

    public String map() {
        return reading.map();
    }

    public String schedule() {
        return timing.schedule();
    }

    public String deepSchedule() {
        return timing.deepSchedule();
    }

    public boolean windowed() {
        return changes.windowed();
    }

    public boolean onDemand() {
        return timing.onDemand();
    }

    public long overlapMicros() {
        return changes.overlapMicros();
    }

    public long overlapNumber() {
        return changes.overlapNumber();
    }

    public List<String> prerequisites() {
        return timing.prerequisites();
    }

    public Map<String, String> parents() {
        return conditions.parents();
    }

    public List<String> required() {
        return conditions.required();
    }

    public DeletePolicy deletePolicy() {
        return writing.deletePolicy();
    }

    public int deleteGuard() {
        return writing.deleteGuard();
    }

    public String targetQuery() {
        return writing.query();
    }

    public String write() {
        return writing.write();
    }

    public int pageSize() {
        return pages.pageSize();
    }

    public int batchSize() {
        return pages.batchSize();
    }

    public String through() {
        return pages.through();
    }

    public String extension() {
        return pages.extension();
    }

    /**
     * Returns the fields that identify a record, and its row in a SQL target. An edit of a record does not change them.
     */
    public Set<String> keyFields() {
        Set<String> fields = new LinkedHashSet<>(key());
        if (!write().isBlank()) {
            WriteMapping mapping = WriteMapping.of(write());
            fields.addAll(mapping.row().key().keySet());
            mapping.children()
                    .values()
                    .forEach(child -> fields.addAll(child.parent().keySet()));
        }
        return fields;
    }

    public boolean isScheduledDeep() {
        return !deepSchedule().isEmpty();
    }

    /** Returns the schedule by which it is watched: its own, or that of its deep runs if it has no other. */
    public String watchedSchedule() {
        return isScheduled() || !isScheduledDeep() ? schedule() : deepSchedule();
    }

    public boolean isScheduled() {
        return !NEVER.equals(schedule());
    }
}
