package dev.syncline;

import dev.syncline.api.http.RequestHeads;
import dev.syncline.hub.StartFailure;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ServiceLoader;
import org.apache.camel.quarkus.main.CamelMainApplication;
import org.jboss.logging.Logger;

@QuarkusMain
public class Syncline {
    public static void main(String[] args) {
        RequestHeads.install();
        ServiceLoader.load(Prelude.class).forEach(Prelude::start);
        Quarkus.run(CamelMainApplication.class, Syncline::ended, args);
    }

    /** Logs why the program ends when it fails, which Quarkus leaves to the exit handler. */
    private static void ended(int code, Throwable failure) {
        if (failure != null) {
            Logger log = Logger.getLogger(Syncline.class);
            StartFailure.advice(failure)
                    .ifPresentOrElse(log::error, () -> log.error("The start failed: " + failure.getMessage(), failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }
}
