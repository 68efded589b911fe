package dev.syncline.run.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.util.List;
import org.apache.camel.ExchangeProperty;

/** Gives a run its pages, one after the other. */
@ApplicationScoped
@Named("pages")
@RegisterForReflection
public class Pages {
    private final List<RunPhase> phases;

    Pages(Instance<RunPhase> phases) {
        this.phases = phases.stream().toList();
    }

    /** Returns the next page; it may be empty. */
    public RunPage next(@ExchangeProperty(ActiveRun.PROPERTY) ActiveRun run) throws Exception {
        RunPage left = run.takeLeft();
        if (left != null) {
            run.awaitRecorded();
            return left;
        }
        Position position = run.position();
        if (position.phase() != Phase.RANGE) {
            run.awaitRecorded();
        }
        return phase(run, position.phase()).next(run, position.cursor());
    }

    private RunPhase phase(ActiveRun run, Phase phase) {
        return phases.stream()
                .filter(one -> one.isOf(phase, run.context()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Run " + run.context().id() + " is over"));
    }
}
