package dev.syncline.route;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.apache.camel.quarkus.main.CamelMain;

/**
 * Starts Camel, with all routes and schedules, before the HTTP server opens its port, so that no call meets a program
 * without routes. A main method that runs Camel would start it after that.
 */
@ApplicationScoped
class CamelStart {
    private final CamelMain camel;

    CamelStart(CamelMain camel) {
        this.camel = camel;
    }

    /** Runs after all other observers of the start, as the routes may run at once. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws Exception {
        camel.startEngine();
    }
}
