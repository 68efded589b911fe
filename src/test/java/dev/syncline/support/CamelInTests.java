package dev.syncline.support;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.quarkus.main.CamelMain;

/** A test of the application does not call its main method; what that does for Camel at the end is done here. */
@ApplicationScoped
class CamelInTests {
    private final CamelMain camel;

    CamelInTests(CamelMain camel) {
        this.camel = camel;
    }

    void stop(@Observes ShutdownEvent event) {
        camel.stop();
    }
}
