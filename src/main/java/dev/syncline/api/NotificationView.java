package dev.syncline.api;

import dev.syncline.run.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a supplier is told of its notification.
 *
 * @param repeated whether it came before, and nothing is done
 * @param orders that it names; none for a repeated one
 * @param run the run that sees to them; null where the route's next one does
 */
@RegisterForReflection
public record NotificationView(boolean repeated, List<String> orders, RunView run) {
    static NotificationView of(boolean repeated, List<String> orders, Run run) {
        return new NotificationView(repeated, orders, run == null ? null : RunView.of(run));
    }
}
