package dev.syncline.run.phase;

import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Notices;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.phase.NamedRecords.Absent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counts the records that the target has and the source no longer has, before the first deletion is sent: a source that
 * answers for far fewer records than before may be wrong. Its pages are empty.
 */
@ApplicationScoped
class CountVanishedPhase implements RunPhase {
    private static final String DELETIONS_HELD = "DELETIONS_HELD";
    private static final String GONE_UNKNOWN = "GONE_UNKNOWN";

    private final NamedRecords named;
    private final RecordedKeys recorded;
    private final Notices notices;

    CountVanishedPhase(NamedRecords named, RecordedKeys recorded, Notices notices) {
        this.named = named;
        this.recorded = recorded;
        this.notices = notices;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.COUNT_VANISHED;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(cursor);
        boolean isFirst = cursor == null;
        List<String> keys =
                isFirst && recorded.areAllRead(run) ? List.of() : recorded.delivered(context, count.after());
        if (isFirst && !context.dryRun()) {
            notices.clear(GONE_UNKNOWN, context.route().id(), null);
        }
        if (!keys.isEmpty()) {
            Absent absent = named.absent(context, keys);
            if (!absent.unknown().isEmpty() && !context.dryRun()) {
                tellUnknown(context.route(), absent.unknown());
            }
            Vanished soFar = count.plus(keys.size(), absent.gone().size(), keys.get(keys.size() - 1));
            return run.takeNothing(new Position(Phase.COUNT_VANISHED, soFar.toString()));
        }
        if (!context.dryRun()) {
            tell(context.route(), count);
        }
        return run.takeNothing(
                count.gone() == 0
                        ? PhaseOrder.afterVanished(run)
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
}
