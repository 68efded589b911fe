package dev.syncline.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses a notification that came by an address which {@link NotificationBodies} does not know: its body is unread. */
class UnreadNotifications {
    /** Null where it goes on. */
    @ServerRequestFilter
    Response refuse(SimpleResourceInfo resource, RoutingContext call) {
        boolean isUnread = resource.getResourceClass() == NotificationsResource.class
                && call.body().buffer() == null;
        return isUnread
                ? Problem.response(
                        404, "Notifications are sent to /api/suppliers/<supplier>/notifications, written as this is")
                : null;
    }
}
