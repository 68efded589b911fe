package dev.syncline.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new kind of record: one file in a mounted folder, and nothing built. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(MountedRoutesProfile.class)
@QuarkusTestResource(SandboxTestResource.class)
class MountedRoutesTest {
    @ConfigProperty(name = "syncline.systems.erp.jdbc-url")
    String url;

    @ConfigProperty(name = "syncline.systems.erp.username")
    String user;

    @ConfigProperty(name = "syncline.systems.erp.password")
    String password;

    @BeforeEach
    void createTable() throws SQLException {
        atErp(
                """
                drop table if exists warehouses;
                create table warehouses (warehouse_no text primary key, name text not null, capacity integer,
                                         changed_at timestamptz not null);
                insert into warehouses values ('W 1/A', 'Rotterdam', 1200, now()),
                                              ('W 2/B', 'Kraków', null, now())""");
    }

    @AfterEach
    void dropTable() throws SQLException {
        atErp("drop table warehouses");
    }

    @Test
    void listsTheNewRouteBesideAllOthers() throws IOException {
        given(as("viewer"))
                .get("/api/routes/erp-warehouses-to-relay")
                .then()
                .statusCode(200)
                .body("title", equalTo("Warehouses to the relay"))
                .body("section", equalTo("Warehouses"))
                .body("source", equalTo("erp"))
                .body("target", equalTo("relay"));
        List<String> packaged = packagedRoutes();
        given(as("viewer"))
                .get("/api/routes?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("erp-warehouses-to-relay"))
                .body("items.id", hasItems(packaged.toArray(String[]::new)))
                .body("items", hasSize(packaged.size() + 1));
    }

    @Test
    void deliversTheNewRoutesRows() {
        given(as("operator"))
                .post("/api/routes/erp-warehouses-to-relay/runs?range=all&wait=60")
                .then()
                .statusCode(202)
                .body("status", equalTo("SUCCESS"))
                .body("counts.read", is(2));
        given().get("/sandbox/relay/warehouses")
                .then()
                .body("count", is(2))
                .body("items.key", contains("W 1/A", "W 2/B"))
                .body("items.name", contains("Rotterdam", "Kraków"))
                .body("items.capacity", contains(1200, null));
        given(as("viewer"))
                .get("/api/records?route=erp-warehouses-to-relay")
                .then()
                .body("items.key", contains("W 1/A", "W 2/B"))
                .body("items.title", contains("Rotterdam", "Kraków"))
                .body("items.status", contains("SUCCESS", "SUCCESS"));
    }

    private static List<String> packagedRoutes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".+-to-.+\\.camel\\.yaml"))
                    .map(name -> name.replace(".camel.yaml", ""))
                    .toList();
        }
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    private void atErp(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
