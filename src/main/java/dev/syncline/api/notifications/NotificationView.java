package dev.syncline.api.notifications;

import dev.syncline.api.runs.RunView;
import dev.syncline.run.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The answer to a notification of a supplier.
 *
 * @param repeated whether it was received before; then it has no effect
 * @param orders the numbers of the orders that it names; empty if it is repeated
 * @param run the run that reads these orders; null if the route's next run does
 */
@RegisterForReflection
public record NotificationView(boolean repeated, List<String> orders, RunView run) {
    static NotificationView of(boolean repeated, List<String> orders, Run run) {
        return new NotificationView(repeated, orders, run == null ? null : RunView.of(run));
    }
}
