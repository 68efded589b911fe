package dev.syncline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers a call with a problem where no resource has a part in it yet. */
@ApplicationScoped
class RawProblem {
    private static final long LINGERS = 2_000;

    private final ObjectMapper json;

    RawProblem(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Ends the connection after the answer. What the caller still sends of its body is thrown away for a moment: a connection
     * that is ended in the midst of it takes the answer along.
     */
    void refuse(RoutingContext call, int status, String detail) {
        try {
            String problem =
                    json.writeValueAsString(Problem.response(status, detail).getEntity());
            call.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(problem)
                    .onComplete(sent -> hangUp(call.request(), call.vertx()));
        } catch (JsonProcessingException e) {
            call.fail(e);
        }
    }

    private static void hangUp(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        long timer = vertx.setTimer(LINGERS, over -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.handler(part -> {});
        request.endHandler(whole -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }
}
