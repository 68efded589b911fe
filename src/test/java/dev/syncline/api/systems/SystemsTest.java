package dev.syncline.api.systems;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Systems as the API shows and tests them, and the settings of the process; never a secret. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SystemsTest {
    @Test
    void systemsHaveTheirStateLimitsAndRoutesAndNoSecret() {
        Api.as("viewer")
                .get("/api/systems")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("erp", "everest", "relay"))
                .body("items.find { it.name == 'erp' }.kind", equalTo("SQL"))
                .body("items.find { it.name == 'erp' }.address", startsWith("jdbc:postgresql://"))
                .body("items.find { it.name == 'erp' }.limits.connections", equalTo(10))
                .body("items.find { it.name == 'relay' }.state", equalTo("REACHABLE"))
                .body("items.find { it.name == 'relay' }.breaker", equalTo("CLOSED"))
                .body("items.find { it.name == 'relay' }.limits.rate", nullValue())
                .body("items.find { it.name == 'relay' }.routes.route", hasItem("erp-vendors-to-relay"))
                .body(not(containsString("-token")))
                .body(not(containsString("notification-secret")));
    }

    @Test
    void theListIsPagedByName() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Reply page = Api.as("viewer")
                    .get("/api/systems?limit=3&cursor=" + cursor)
                    .as(Reply.class);
            names.addAll(page.getList("items.name"));
            cursor = page.getString("next");
        }
        assertEquals(Api.as("viewer").get("/api/systems").as(Reply.class).getList("items.name"), names);
    }

    @Test
    void aPauseThatASystemAskedForIsShown() {
        Database hub = Database.hub();
        hub.execute("insert into sync_system (name, not_before) values ('cobalt', now() + interval '1 hour')"
                + " on conflict (name) do update set not_before = excluded.not_before");
        try {
            Api.as("viewer")
                    .get("/api/systems")
                    .then()
                    .body("items.find { it.name == 'cobalt' }.state", equalTo("PAUSED"))
                    .body("items.find { it.name == 'cobalt' }.pausedUntil", not(nullValue()));
            Api.as("operator")
                    .post("/api/systems/cobalt/test")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("NOT_CALLED"));
        } finally {
            hub.execute("update sync_system set not_before = now() where name = 'cobalt'");
        }
    }

    @Test
    void aTestSaysWhatItTriedAndWhatCameBack() {
        Api.as("operator")
                .post("/api/systems/erp/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REACHED"))
                .body("tried", containsString("jdbc:postgresql://"))
                .body("answer", startsWith("PostgreSQL"));
        Api.as("operator")
                .post("/api/systems/relay/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REACHED"))
                .body("tried", containsString("GET http://localhost:"))
                .body(not(containsString("relay-token")));
        Api.as("operator")
                .post("/api/systems/no-such/test")
                .then()
                .statusCode(404)
                .body("detail", containsString("/api/systems"));
    }

    @Test
    void theSettingsNameUsersToAdminsAloneAndNoPassword() {
        Api.as("viewer")
                .get("/api/settings")
                .then()
                .statusCode(200)
                .body("zone", equalTo("UTC"))
                .body("users", nullValue())
                .body("user.roles", equalTo(List.of("viewer")))
                .body("versions.hub", startsWith("PostgreSQL"))
                .body("routes.changed", equalTo(List.of()))
                .body("calls.find { it.path == '/api/audit' }.roles", equalTo(List.of("admin")))
                .body("calls.find { it.path == '/api/routes/{id}/runs' }.roles", equalTo(List.of("operator", "admin")));
        Api.as("admin")
                .get("/api/settings")
                .then()
                .body("users.find { it.name == 'approver' }.roles", equalTo(List.of("approver")))
                .body(not(containsString("password")));
    }
}
