package dev.syncline.route;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.apache.camel.quarkus.main.CamelMain;

/**
 * Starts Camel, with all routes and schedules, before the HTTP server listens: whoever is answered is answered by the
 * whole program. A main method that runs Camel would start it behind that.
 */
@ApplicationScoped
class CamelStart {
    private final CamelMain camel;

    CamelStart(CamelMain camel) {
        this.camel = camel;
    }

    /** After all others that do something at the start: the routes may run at once. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws Exception {
        camel.startEngine();
    }
}
