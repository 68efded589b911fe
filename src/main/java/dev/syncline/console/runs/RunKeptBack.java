package dev.syncline.console.runs;

import dev.syncline.api.runs.RunReasonView;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.RunsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.runs.RunDetail.Reason;
import dev.syncline.record.ReasonGroups;
import dev.syncline.record.ReasonGroups.Found;
import dev.syncline.record.ReasonGroups.Place;
import dev.syncline.record.RecordStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why records were kept back: by the run once it has ended, of its route before, and where runs did not record it yet. */
@ApplicationScoped
class RunKeptBack {
    private static final int MOST = 20;

    private final RunsResource runs;
    private final ReasonGroups groups;

    RunKeptBack(RunsResource runs, ReasonGroups groups) {
        this.runs = runs;
        this.groups = groups;
    }

    boolean isOfRun(RunView run) {
        long keptBack =
                run.counts().failed() + run.counts().blocked() + run.counts().onHold();
        return run.finishedAt() != null && (keptBack == 0 || !recorded(run).isEmpty());
    }

    List<Reason> of(RunView run) {
        if (isOfRun(run)) {
            return recorded(run).stream()
                    .map(reason -> reason(
                            run.route(),
                            RecordStatus.valueOf(reason.status()),
                            reason.reason(),
                            Numbers.grouped(reason.records()),
                            Boolean.TRUE.equals(reason.isNew())))
                    .toList();
        }
        return groups.after(run.route(), null, Place.FIRST, MOST).stream()
                .map(Found::group)
                .map(group -> reason(
                        run.route(),
                        group.status(),
                        group.reason(),
                        Numbers.grouped(group.count()) + (group.isWhole() ? "" : " and more"),
                        false))
                .toList();
    }

    private List<RunReasonView> recorded(RunView run) {
        return runs.reasons(Long.toString(run.id()), MOST, null).items();
    }

    private static Reason reason(String route, RecordStatus status, String reason, String count, boolean isNew) {
        return new Reason(
                State.of(status),
                count,
                reason.isEmpty() ? "No reason is known" : reason,
                Address.of("/records")
                        .with("route", route)
                        .with("status", status)
                        .with("reason", reason)
                        .toString(),
                isNew);
    }
}
