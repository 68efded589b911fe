package dev.syncline;

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
        ServiceLoader.load(Prelude.class).forEach(Prelude::start);
        Quarkus.run(CamelMainApplication.class, Syncline::ended, args);
    }

    private static void ended(int code, Throwable failure) {
        StartFailure.advice(failure)
                .ifPresent(advice -> Logger.getLogger(Syncline.class).error(advice));
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }
}
