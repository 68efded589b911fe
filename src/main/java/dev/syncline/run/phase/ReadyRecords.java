package dev.syncline.run.phase;

import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.ParkedRecords;
import dev.syncline.record.ParkedRecords.Place;
import dev.syncline.record.RouteNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records that were kept back and that a run looks at again, in the order of the source. */
@ApplicationScoped
class ReadyRecords {
    private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,19}):(.*)", Pattern.DOTALL);

    private final ParkedRecords parked;
    private final RouteNumbers numbers;

    ReadyRecords(ParkedRecords parked, RouteNumbers numbers) {
        this.parked = parked;
        this.numbers = numbers;
    }

    /**
     * The next of them, no more than a batch holds: batches of a page go side by side, and these are to go in order.
     *
     * @param cursor of the last one before; null for the first, where it is also seen what is ready by now
     */
    List<Place> after(ActiveRun run, String cursor) throws SQLException {
        RunContext context = run.context();
        int route = context.routeNumber();
        Set<Integer> parents = numbers.of(context.route().parents().values());
        int limit = Math.min(context.route().pageSize(), context.route().batchSize());
        if (context.dryRun()) {
            return parked.wouldBeReady(route, parents, place(cursor), limit);
        }
        if (cursor == null) {
            if (parked.having(Set.of(route)).isEmpty()) {
                return List.of();
            }
            parked.release(route, parents);
        }
        return parked.ready(route, context.id(), !run.isOverRange(), place(cursor), limit);
    }

    /** A key that several rows have by now is none of theirs in the status table; its record stays as it is. */
    void shared(RunContext context, Page page) throws SQLException {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>(page.duplicates() == null ? Set.of() : page.duplicates());
        page.rows().stream().map(Row::key).filter(key -> !seen.add(key)).forEach(shared::add);
        if (!shared.isEmpty() && !context.dryRun()) {
            parked.unclear(context.routeNumber(), shared);
        }
    }

    static String cursor(Place place) {
        return place.changedAt() + ":" + place.key();
    }

    /** A cursor of another version begins anew. */
    private static Place place(String cursor) {
        Matcher parts = CURSOR.matcher(cursor == null ? "" : cursor);
        return parts.matches() ? new Place(Long.parseLong(parts.group(1)), parts.group(2), false) : Place.FIRST;
    }
}
