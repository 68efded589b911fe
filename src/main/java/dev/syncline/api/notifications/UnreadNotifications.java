package dev.syncline.api.notifications;

import dev.syncline.api.http.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses a notification with an address that {@link NotificationBodies} does not match, so that its body was not read.
 */
class UnreadNotifications {
    /** Returns null if the call may continue. */
    @ServerRequestFilter
    Response refuse(SimpleResourceInfo resource, RoutingContext call) {
        boolean isUnread = resource.getResourceClass() == NotificationsResource.class
                && call.body().buffer() == null;
        return isUnread
                ? Problem.response(404, "Send notifications to exactly /api/suppliers/<supplier>/notifications")
                : null;
    }
}
