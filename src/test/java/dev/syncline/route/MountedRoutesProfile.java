package dev.syncline.route;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** The project's routes and one more, in a folder that {@code syncline.routes} names. */
public class MountedRoutesProfile implements QuarkusTestProfile {
    private static final String WAREHOUSES =
            """
            - templatedRoute:
                routeTemplateRef: sync
                routeId: erp-warehouses-to-relay
                parameters:
                  - name: id
                    value: erp-warehouses-to-relay
                  - name: title
                    value: Warehouses to the relay
                  - name: section
                    value: Warehouses
                  - name: entity
                    value: warehouses
                  - name: source
                    value: erp
                  - name: target
                    value: relay
                  - name: key
                    value: warehouseNo
                  - name: changedAt
                    value: changed_at
                  - name: label
                    value: name
                  - name: query
                    value: |
                      select warehouse_no as "warehouseNo", name, capacity, changed_at from warehouses
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        MountedFolder folder = new MountedFolder("warehouses")
                .with(Path.of("routes"), any -> true)
                .with("vendors/erp-warehouses-to-relay.camel.yaml", WAREHOUSES);
        return Map.of("syncline.routes", folder.path().toString());
    }
}
