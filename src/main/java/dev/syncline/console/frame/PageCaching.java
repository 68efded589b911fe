package dev.syncline.console.frame;

import dev.syncline.api.http.CallGuard;
import dev.syncline.api.http.Pages;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps caches from keeping anything of the console: pages, parts of them, streams of events, redirects and errors. */
@ApplicationScoped
class PageCaching {
    private static final int EARLY = CallGuard.FIRST - 1;

    void guard(@Observes Router router) {
        router.route().order(EARLY).handler(call -> {
            if (Pages.isPage(call.normalizedPath())) {
                HttpServerResponse answer = call.response();
                call.addHeadersEndHandler(now ->
                        answer.putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff"));
            }
            call.next();
        });
    }
}
