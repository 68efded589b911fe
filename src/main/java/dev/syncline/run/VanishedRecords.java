package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.NoLookup;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Notices;
import dev.syncline.record.StatusTable;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.SyncRoute.DeletePolicy;
import dev.syncline.run.ActiveRun.Phase;
import dev.syncline.run.ActiveRun.Position;
import dev.syncline.run.NamedRecords.Absent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** The pages of a run's last phases: records of the status table that the source no longer has. */
@ApplicationScoped
class VanishedRecords {
    private static final String DELETIONS_HELD = "DELETIONS_HELD";
    private static final String GONE_UNKNOWN = "GONE_UNKNOWN";

    private final NamedRecords named;
    private final StatusTable table;
    private final Notices notices;

    VanishedRecords(NamedRecords named, StatusTable table, Notices notices) {
        this.named = named;
        this.table = table;
        this.notices = notices;
    }

    /** Where a run goes on that has read its range and what was kept back. */
    static Position begin(ActiveRun run) {
        if (!run.isOverRange()) {
            return Position.END;
        }
        return isToBeLookedFor(run) ? new Position(Phase.COUNT_VANISHED, null) : end(run);
    }

    /** A range by time says nothing of records whose changed-at is a row version. */
    private static boolean isToBeLookedFor(ActiveRun run) {
        RunContext context = run.context();
        return context.depth() == Depth.DEEP
                && context.route().deletePolicy() != DeletePolicy.IGNORE
                && (run.unit() != Unit.NUMBER || context.window().equals(Window.ALL));
    }

    private static Position end(ActiveRun run) {
        RunContext context = run.context();
        boolean looksEverywhere =
                context.depth() == Depth.DEEP && context.window().equals(Window.ALL);
        return looksEverywhere ? new Position(Phase.UNDELIVERED, null) : Position.END;
    }

    /** Counts before the first deletion is sent: a source that answers for far fewer records than before may be wrong. */
    void count(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(position.cursor());
        List<String> keys = position.cursor() == null && isWhole(run) ? List.of() : delivered(context, count);
        if (position.cursor() == null && !context.dryRun()) {
            notices.clear(GONE_UNKNOWN, context.route().id(), null);
        }
        if (!keys.isEmpty()) {
            Absent absent = named.absent(context, keys);
            if (!absent.unknown().isEmpty() && !context.dryRun()) {
                tellUnknown(context.route(), absent.unknown());
            }
            Vanished soFar = count.plus(keys.size(), absent.gone().size(), keys.get(keys.size() - 1));
            run.take(Pages.EMPTY, new Position(Phase.COUNT_VANISHED, soFar.toString()));
            return;
        }
        if (!context.dryRun()) {
            tell(context.route(), count);
        }
        run.take(
                Pages.EMPTY,
                count.gone() == 0
                        ? end(run)
                        : new Position(Phase.VANISHED, count.at(null).toString()));
    }

    private void tell(SyncRoute route, Vanished count) {
        if (count.isMoreThan(route.deleteGuard())) {
            notices.raise(DELETIONS_HELD, route.id(), null, count.reason(route.deleteGuard()));
        } else {
            notices.clear(DELETIONS_HELD, route.id(), null);
        }
    }

    private void tellUnknown(SyncRoute route, List<Row> records) {
        Row first = records.get(0);
        notices.raise(
                GONE_UNKNOWN,
                route.id(),
                null,
                "It is not known of " + records.size() + " record" + (records.size() == 1 ? "" : "s") + ", "
                        + first.key() + (records.size() == 1 ? "" : " for one")
                        + ", whether the source still has what the target has, so it is not deleted. "
                        + first.mark().reason()
                        + ". Compare the parameters lookup, keys and key of the source's http-read with what it answers");
    }

    /** Records of the status table that the source no longer has: asked for by key, those that it does not give. */
    void vanished(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(position.cursor());
        List<String> keys = delivered(context, count);
        if (keys.isEmpty()) {
            run.take(Pages.EMPTY, end(run));
            return;
        }
        String last = keys.get(keys.size() - 1);
        run.take(
                Pages.page(named.absent(context, keys).gone(), null),
                new Position(Phase.VANISHED, count.at(last).toString()));
    }

    /** Why the target is not told of what has vanished; empty where it is. */
    static String whyHeld(ActiveRun run, Position position) {
        int guard = run.context().route().deleteGuard();
        Vanished count = Vanished.parse(position.cursor());
        return count.isMoreThan(guard) ? count.reason(guard) : "";
    }

    private List<String> delivered(RunContext context, Vanished count) throws SQLException {
        return table.delivered(
                context.routeNumber(),
                context.since(),
                context.window(),
                count.after(),
                Math.min(context.route().pageSize(), NamedRecords.MOST_KEYS));
    }

    /** A run over everything that has read as many records as the table has: none has vanished. */
    private boolean isWhole(ActiveRun run) throws SQLException {
        RunContext context = run.context();
        // A dry run adds nothing to the table, so new records would hide vanished ones.
        return !context.dryRun()
                && !run.mayHaveCountedTwice()
                && table.holdsNoMoreThanRead(context.routeNumber(), context.id());
    }

    /** Records that never got to the target: those that the source no longer has need nobody any more. */
    void undelivered(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = table.undelivered(
                context.routeNumber(),
                context.since(),
                position.cursor(),
                Math.min(context.route().pageSize(), NamedRecords.MOST_KEYS));
        if (keys.isEmpty() || position.cursor() == null && isWhole(run)) {
            run.take(Pages.EMPTY, Position.END);
            return;
        }
        List<Row> gone;
        try {
            gone = named.absent(context, keys).gone();
        } catch (Exception e) {
            if (!NoLookup.isSaid(e)) {
                throw e;
            }
            run.take(Pages.EMPTY, Position.END);
            return;
        }
        run.take(Pages.page(gone, null), new Position(Phase.UNDELIVERED, keys.get(keys.size() - 1)));
    }
}
