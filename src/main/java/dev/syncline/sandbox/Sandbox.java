package dev.syncline.sandbox;

import dev.syncline.sandbox.database.SandboxDatabase;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.erp.ErpData;
import dev.syncline.sandbox.partner.PartnerStore;
import dev.syncline.sandbox.partner.PartnerSystem;
import dev.syncline.sandbox.supplier.CatalogItems;
import dev.syncline.sandbox.supplier.SupplierStore;
import dev.syncline.sandbox.supplier.SupplierSystem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the sandbox: its database server with its content, and the configuration that points at it. */
public final class Sandbox {
    private Sandbox() {}

    /** Starts (or attaches to) the database server of the folder, and fills its databases if they are empty. */
    public static SandboxDatabase start(Path folder) {
        SandboxDatabase database = SandboxDatabase.start(folder);
        List.of("syncline", "erp", "sandbox").forEach(database::create);
        ErpData.fillWhenEmpty(database.dataSource("erp"));
        PartnerStore.createTables(database.dataSource("sandbox"));
        SupplierStore.createTables(database.dataSource("sandbox"));
        CatalogItems.fillWhenEmpty(database.dataSource("sandbox"));
        return database;
    }

    /**
     * Returns the configuration of a program that runs on the sandbox.
     *
     * @param port the program's HTTP port; an expression such as {@code ${quarkus.http.test-port}} is kept
     */
    public static Map<String, String> properties(SandboxDatabase database, String port) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.log.console.json.enabled", "false"); // its log is read by people
        properties.put(SandboxPools.SERVER, database.url(""));
        properties.put("quarkus.datasource.jdbc.url", database.url("syncline"));
        properties.put("quarkus.datasource.username", SandboxDatabase.USER);
        properties.put("quarkus.datasource.password", SandboxDatabase.USER);
        properties.put("syncline.systems.erp.jdbc-url", database.url("erp"));
        properties.put("syncline.systems.erp.username", SandboxDatabase.USER);
        properties.put("syncline.systems.erp.password", SandboxDatabase.USER);
        for (PartnerSystem system : PartnerSystem.ALL) {
            reach(properties, system.name(), port);
        }
        for (SupplierSystem supplier : SupplierSystem.ALL) {
            reach(properties, supplier.name(), port);
            properties.put(
                    "syncline.systems." + supplier.name() + ".notification-secret",
                    supplier.name() + "-notification-secret");
        }
        for (String user : List.of("viewer", "operator", "approver", "admin")) {
            properties.put("syncline.users." + user + ".password", user);
            properties.put("syncline.users." + user + ".roles", user);
        }
        return properties;
    }

    private static void reach(Map<String, String> properties, String system, String port) {
        String prefix = "syncline.systems." + system;
        properties.put(prefix + ".url", "http://localhost:" + port + "/sandbox/" + system);
        properties.put(prefix + ".token", system + "-token");
    }
}
