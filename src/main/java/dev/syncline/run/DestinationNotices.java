package dev.syncline.run;

import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Notices;
import dev.syncline.run.phase.ActiveRun;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells people that a route delivers everything anew, until a run over everything has. */
@ApplicationScoped
class DestinationNotices {
    private static final Logger LOG = Logger.getLogger(DestinationNotices.class);
    private static final String KIND = "DESTINATION_CHANGED";

    private final Notices notices;

    DestinationNotices(Notices notices) {
        this.notices = notices;
    }

    void begun(ActiveRun run) {
        RunContext context = run.context();
        if (run.change() == null) {
            return;
        }
        LOG.infof("Run %d of %s: %s", context.id(), context.route().id(), run.change());
        if (!context.dryRun() && context.since().form() == context.id()) {
            notices.raise(
                    KIND,
                    context.route().id(),
                    null,
                    run.change() + ". It began with run " + context.id()
                            + "; the notice goes away with a run over everything that has ended well");
        }
    }

    /** A run has read what it was to, and recorded what became of it. */
    void passed(RunContext context, boolean isOverRange) {
        if (!context.dryRun()
                && isOverRange
                && context.since().form() > 0
                && context.window().equals(Window.ALL)) {
            notices.clear(KIND, context.route().id(), null);
        }
    }
}
