package dev.syncline.run;

import dev.syncline.page.ChangedSource;
import dev.syncline.page.Depth;
import dev.syncline.page.Drift;
import dev.syncline.page.RunContext;
import dev.syncline.page.SourceNews;
import dev.syncline.record.Notices;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells people of sources that changed their shape. A notice that no run gets on goes away with the next run that does;
 * one that fields are new stays until somebody has seen to it, as the next run would find nothing new any more.
 */
@ApplicationScoped
class DriftNotices implements SourceNews {
    private static final Logger LOG = Logger.getLogger(DriftNotices.class);
    private static final String KIND = "SCHEMA_DRIFT";
    private static final String DEEP = "deep runs";

    private final Notices notices;

    DriftNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void changed(String route, List<String> fields, String text) {
        notices.raise(KIND, route, String.join(", ", fields), text);
    }

    /** A run is held, or fails, by this. That it ends goes before that people are told: nothing is thrown. */
    void stopped(RunContext run, Throwable cause, String reason) {
        if (run.dryRun() || !(cause instanceof Drift || cause instanceof ChangedSource)) {
            return;
        }
        try {
            notices.raise(KIND, run.route().id(), key(run.route(), run.depth()), reason);
        } catch (RuntimeException e) {
            LOG.warnf("Nobody could be told, the next run tries again: %s. %s", e.getMessage(), reason);
        }
    }

    /** A run has read what it was to. Of an HTTP source that says little: it may leave fields out of a record. */
    void passed(RunContext run) {
        if (!run.dryRun() && !run.route().query().isBlank()) {
            notices.clear(KIND, run.route().id(), key(run.route(), run.depth()));
        }
    }

    @Override
    public void passed(String route, Depth depth) {
        notices.clear(KIND, route, depth == Depth.DEEP ? DEEP : null);
    }

    /** Where deep runs ask for something else, shallow ones neither know what they miss nor that it is back. */
    private static String key(SyncRoute route, Depth depth) {
        boolean isAnother = route.query().isBlank() || !route.deepQuery().isBlank();
        return depth == Depth.DEEP && isAnother ? DEEP : null;
    }
}
