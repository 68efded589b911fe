package dev.syncline.sandbox;

import dev.syncline.Prelude;
import dev.syncline.sandbox.database.SandboxDatabase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts the sandbox before the application and points the configuration at it. */
public class SandboxPrelude implements Prelude {
    private static final String FOLDER = "syncline.sandbox.data";
    private static final String OWN = "syncline.sandbox.properties";

    @Override
    public void start() {
        String folder = Optional.ofNullable(System.getProperty(FOLDER))
                .or(() -> Optional.ofNullable(System.getenv(variable(FOLDER))))
                .orElse("target/sandbox-data");
        SandboxDatabase database = Sandbox.start(Path.of(folder));
        publish(Sandbox.properties(database, "${quarkus.http.port:8080}"));
    }

    /**
     * Sets the properties that the user has not set, and renews those of an earlier start in this process (live
     * reload).
     */
    private static void publish(Map<String, String> properties) {
        String own = System.getProperty(OWN, ",");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String name = property.getKey();
            boolean isOwn = own.contains("," + name + ",");
            if (isOwn || System.getProperty(name) == null && System.getenv(variable(name)) == null) {
                System.setProperty(name, property.getValue());
                own = isOwn ? own : own + name + ",";
            }
        }
        System.setProperty(OWN, own);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
