package dev.syncline.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.Catalog;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class MonitoringTest {
    private static final String ROUTE = "erp-vendors-to-relay";

    @Inject
    Catalog catalog;

    @Test
    void metricsTellOfRunsRecordsAndAges() {
        Database.of("erp")
                .execute("update vendors set phone = phone || '1', changed_at = now() where vendor_no = 'V-00101'");
        Chain.run(ROUTE, "all", "shallow");
        String metrics = given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}");
        for (String metric : List.of(
                "syncline_runs_total{route=\"" + ROUTE + "\",status=\"PARTIAL\"",
                "syncline_run_seconds_count{route=\"" + ROUTE + "\"",
                "syncline_run_seconds_sum{route=\"" + ROUTE + "\"",
                "syncline_records_total{action=\"created\",route=\"" + ROUTE + "\"",
                "syncline_records{route=\"" + ROUTE + "\",status=\"success\"",
                "syncline_records{route=\"" + ROUTE + "\",status=\"failed\"",
                "syncline_watermark_age_seconds{route=\"" + ROUTE + "\"",
                "syncline_last_success_age_seconds{route=\"" + ROUTE + "\"",
                "syncline_allowed_age_seconds{route=\"" + ROUTE + "\"",
                "syncline_overdue_seconds{route=\"" + ROUTE + "\"} 0.0",
                "syncline_run_idle_seconds{route=\"" + ROUTE + "\"} 0.0",
                "syncline_runs_failed_in_row{route=\"" + ROUTE + "\"} 0.0",
                "syncline_log_partition_missing 0.0",
                "syncline_target_seconds_count{system=\"relay\"",
                "syncline_waiting{route=\"" + ROUTE + "\"")) {
            assertTrue(metrics.contains(metric), metric + " is not in\n" + metrics);
        }
    }

    @Test
    void readinessSaysOfEachSystemWhetherItCanBeReached() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'hub database' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'systems' }.data.erp", equalTo("reachable"))
                .body("checks.find { it.name == 'systems' }.data.relay", equalTo("reachable"))
                .body("checks.find { it.name == 'systems' }.data.projects", equalTo("reachable"))
                .body("checks.find { it.name == 'systems' }.data", not(hasKey("order-book")));
    }

    @Test
    void readinessAndStartUpNameTheRoutesAndSuppliersThatAreLoaded() {
        int routes = catalog.all().size();
        for (String check : List.of("ready", "started")) {
            given().get("/q/health/" + check)
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'routes' }.status", equalTo("UP"))
                    .body("checks.find { it.name == 'routes' }.data.routes", equalTo(routes))
                    .body("checks.find { it.name == 'routes' }.data.suppliers", greaterThan(0));
        }
    }

    @Test
    void livenessAndStartUpAreUp() {
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItems("threads"));
        given().get("/q/health/started").then().statusCode(200);
    }

    @Test
    void theApiIsDescribed() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/routes/{id}/runs"))
                .body(containsString("/api/runs/{id}/events"))
                .body(containsString("/api/records/{route}/{key}"))
                .body(containsString("/api/documents"))
                .body(containsString("/api/notices/{id}/resolve"))
                .body(containsString("withPrerequisites"));
    }
}
