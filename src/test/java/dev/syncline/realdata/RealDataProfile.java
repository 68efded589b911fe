package dev.syncline.realdata;

import dev.syncline.route.MountedFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two further SQL systems, connected by configuration and route files alone. */
public class RealDataProfile implements QuarkusTestProfile {
    private static final List<String> PROJECT =
            List.of("sync.camel.yaml", "errors.camel.yaml", "templates/", "systems/relay.camel.yaml");

    @Override
    public Map<String, String> getConfigOverrides() {
        MountedFolder folder = new MountedFolder("realdata")
                .with(Path.of("routes"), name -> PROJECT.stream().anyMatch(name::startsWith))
                .with(Path.of("src/test/resources/realdata/routes"), any -> true);
        Map<String, String> config = new HashMap<>();
        config.put("syncline.routes", folder.path().toString());
        for (String system : List.of("adventureworks", "california")) {
            String prefix = "syncline.systems." + system;
            config.put(prefix + ".jdbc-url", "${syncline.sandbox.server}" + system);
            config.put(prefix + ".username", "${quarkus.datasource.username}");
            config.put(prefix + ".password", "${quarkus.datasource.password}");
        }
        return config;
    }
}
