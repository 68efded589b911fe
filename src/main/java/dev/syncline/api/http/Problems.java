package dev.syncline.api.http;

import dev.syncline.access.TooManyLogIns;
import dev.syncline.json.Escaped;
import dev.syncline.reconcile.NoReadSide;
import dev.syncline.reconcile.RouteReconciling;
import dev.syncline.route.RoutesNotLoaded;
import dev.syncline.route.UnknownRoute;
import dev.syncline.rule.InvalidRule;
import dev.syncline.run.NothingToRetry;
import dev.syncline.run.RouteBusy;
import dev.syncline.supplier.notification.InvalidNotification;
import dev.syncline.supplier.notification.TooManyNotifications;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every error of the API with a problem. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response badRequest(BadRequest e) {
        return Problem.response(400, e.getMessage());
    }

    @ServerExceptionMapper
    Response tooManyLogIns(TooManyLogIns e) {
        return Response.fromResponse(Problem.response(429, e.getMessage()))
                .header("Retry-After", 5)
                .build();
    }

    @ServerExceptionMapper
    Response invalidRule(InvalidRule e) {
        return Problem.response(400, e.getMessage());
    }

    @ServerExceptionMapper
    Response nothingToRetry(NothingToRetry e) {
        return Problem.response(409, e.getMessage());
    }

    @ServerExceptionMapper
    Response invalidNotification(InvalidNotification e) {
        return Problem.response(400, e.getMessage());
    }

    @ServerExceptionMapper
    Response tooManyNotifications(TooManyNotifications e) {
        return Response.fromResponse(Problem.response(429, e.getMessage()))
                .header("Retry-After", 3_600)
                .build();
    }

    @ServerExceptionMapper
    Response notFound(NotFound e) {
        return Problem.response(404, e.getMessage());
    }

    @ServerExceptionMapper
    Response routesNotLoaded(RoutesNotLoaded e) {
        return Response.fromResponse(Problem.response(503, e.getMessage()))
                .header("Retry-After", 2)
                .build();
    }

    @ServerExceptionMapper
    Response unknownRoute(UnknownRoute e) {
        return Problem.response(404, e.getMessage());
    }

    @ServerExceptionMapper
    Response conflict(Conflict e) {
        return Problem.response(409, e.getMessage());
    }

    @ServerExceptionMapper
    Response routeBusy(RouteBusy e) {
        return Problem.response(409, e.getMessage(), e.activeRun());
    }

    @ServerExceptionMapper
    Response routeReconciling(RouteReconciling e) {
        return Problem.response(409, e.getMessage());
    }

    @ServerExceptionMapper
    Response noReadSide(NoReadSide e) {
        return Problem.response(400, e.getMessage());
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getResponse().hasEntity() || status < 400) {
            return e.getResponse();
        }
        boolean isNoCall = status == 404 || status == 405;
        return Problem.response(
                status, isNoCall ? "No call has this path and method. /q/openapi lists the calls" : e.getMessage());
    }

    /** Answers a call whose sender did not send all of the body in time, or broke off: not an error of the program. */
    @ServerExceptionMapper
    Response unread(IOException e, RoutingContext call) {
        if (call.request().isEnded()) {
            return unexpected(e);
        }
        LOG.infof(
                "The body of a call of %s %s did not arrive completely: %s",
                call.request().method(), Escaped.bounded(call.normalizedPath(), 200), e.getMessage());
        return Problem.response(408, "The body did not arrive completely in time. Send it again");
    }

    @ServerExceptionMapper
    Response unexpected(Exception e) {
        LOG.error("A call failed", e);
        return Problem.response(
                500,
                "The call failed because of an error in Syncline; its log has the cause. Try again, or look at /q/health");
    }
}
