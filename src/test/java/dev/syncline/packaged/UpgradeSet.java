package dev.syncline.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The routes and systems of the hub whose dump stands in {@code src/test/resources/upgrade}. */
final class UpgradeSet {
    static final String NOTIFICATION_SECRET = "agreed on";

    private static final List<String> PRODUCTS = List.of(
            "templates/supplier-read.camel.yaml",
            "templates/auto-sync.camel.yaml",
            "systems/catalog.camel.yaml",
            "systems/atlas.camel.yaml",
            "systems/everest.camel.yaml",
            "purchasing/purchase-orders.camel.yaml",
            "purchasing/catalog-products-to-erp.camel.yaml",
            "purchasing/atlas-orders-to-erp.camel.yaml",
            "purchasing/everest-orders-to-erp.camel.yaml");

    private UpgradeSet() {}

    /** Copies the routes of that folder, and those of suppliers that this version ships, without their schedules. */
    static void copyRoutes(Plant plant, Path folder) throws IOException {
        for (String name : PRODUCTS) {
            Path file = Path.of("routes").resolve(name);
            Files.writeString(
                    plant.routes().resolve(file.getFileName()),
                    Files.readString(file).replaceFirst(" *- name: schedule\n +value: .*\n", ""));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, plant.routes().resolve(file.getFileName()));
            }
        }
    }

    /** What the program needs to run them; the vault is tables beside the ERP's. */
    static Map<String, String> environment(Plant plant, Mailboxes mail) {
        Map<String, String> environment = plant.environment();
        for (String setting : List.of("JDBC_URL", "USERNAME", "PASSWORD")) {
            environment.put("SYNCLINE_SYSTEMS_VAULT_" + setting, environment.get("SYNCLINE_SYSTEMS_ERP_" + setting));
        }
        for (String system : List.of("atlas", "everest", "catalog")) {
            environment.put("SYNCLINE_SYSTEMS_" + system.toUpperCase() + "_URL", mail.url(system));
            environment.put("SYNCLINE_SYSTEMS_" + system.toUpperCase() + "_TOKEN", "secret-token");
        }
        environment.put("SYNCLINE_SYSTEMS_EVEREST_NOTIFICATION_SECRET", NOTIFICATION_SECRET);
        environment.put("SYNCLINE_SYSTEMS_ATLAS_NOTIFICATION_SECRET", NOTIFICATION_SECRET);
        environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "operator,admin");
        environment.put("SYNCLINE_WATCH_INTERVAL", "200ms");
        return environment;
    }
}
