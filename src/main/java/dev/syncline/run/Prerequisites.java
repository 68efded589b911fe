package dev.syncline.run;

import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Whether the routes that must have run before a route did. */
@ApplicationScoped
class Prerequisites {
    /** Why the route cannot begin, with what to do; empty when it can. */
    @Transactional(rollbackOn = Exception.class)
    Optional<String> missing(SyncRoute route) {
        for (String id : route.prerequisites()) {
            Optional<Run> last = Run.lastOf(id);
            if (last.isEmpty()) {
                return Optional.of(
                        reason(id, Run.activeOf(id).isPresent() ? "is running for the first time" : "has never run"));
            }
            WorkStatus status = last.get().status;
            if (status != WorkStatus.SUCCESS && status != WorkStatus.PARTIAL) {
                return Optional.of(reason(id, "ended as " + status + " in its latest run, " + last.get().id));
            }
        }
        return Optional.empty();
    }

    private static String reason(String prerequisite, String what) {
        return "Its prerequisite " + prerequisite + " " + what + ". Run " + prerequisite
                + " first, or trigger this route with withPrerequisites=true";
    }
}
