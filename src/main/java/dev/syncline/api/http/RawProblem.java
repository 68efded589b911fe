package dev.syncline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers a call with a problem before it has reached a resource. */
@ApplicationScoped
public class RawProblem {
    private static final long LINGERS = 2_000;

    private final ObjectMapper json;

    RawProblem(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Sends the problem and then closes the connection. For up to two seconds it discards what the caller still sends
     * of its body: closing the connection at once could lose the answer.
     */
    public void refuse(RoutingContext call, int status, String detail) {
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
