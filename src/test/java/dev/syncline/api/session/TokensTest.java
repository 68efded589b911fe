package dev.syncline.api.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.OidcProviderResource;
import dev.syncline.support.Patience;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs call the API with tokens of a provider of OpenID Connect. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(SandboxTestResource.class)
class TokensTest {
    @ConfigProperty(name = OidcProviderResource.ADDRESS)
    String provider;

    private ProviderControl control;

    @BeforeEach
    void find() {
        control = new ProviderControl(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "everybody, 200, 403, 403",
        "erp-operators, 200, 404, 403",
        "/ops/sync, 200, 404, 403",
        "'everybody,erp-operators', 200, 404, 403",
        "chiefs, 200, 404, 404",
        "admin, 403, 403, 403",
        "operator, 403, 403, 403",
        "Chiefs, 403, 403, 403",
        "'', 403, 403, 403"
    })
    void aTokenHasTheRolesThatItsGroupsAreGivenAndNoOther(String groups, int sees, int cancels, int pauses) {
        control.person("rita", "groups", groups);
        String token = control.token("right");
        assertEquals(sees, bearing(token).get("/api/routes").statusCode());
        assertEquals(cancels, bearing(token).post("/api/runs/999999999/cancel").statusCode());
        assertEquals(pauses, bearing(token).post("/api/routes/no-such/pause").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-signature",
                "wrong-issuer",
                "wrong-audience",
                "no-audience",
                "expired",
                "not-yet",
                "none",
                "hmac-by-public-key",
                "tampered"
            })
    void aTokenThatTheProviderDidNotMakeForSynclineOrThatIsOverIsRefused(String kind) {
        control.person("mallory", "groups", "chiefs");
        assertEquals(200, bearing(control.token("right")).get("/api/routes").statusCode());
        String token = control.token(kind);
        Response answer = bearing(token).get("/api/routes");
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("Authorization: Bearer"));
        assertTrue(
                answer.headers().getValues("WWW-Authenticate").contains("Bearer realm=\"Syncline\""),
                answer.headers().toString());
        bearing(token).get("/").then().statusCode(401);
        bearing(token).post("/api/runs/999999999/cancel").then().statusCode(401);
    }

    @Test
    void whoHasNoGroupsIsKnownAndToldSoAndMayDoNothing() {
        control.person("rita", "groups", "chiefs");
        bearing(control.token("no-groups"))
                .get("/api/routes")
                .then()
                .statusCode(403)
                .body("detail", startsWith("You are signed in as rita, and none of your groups"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "release"})
    void nobodyActsUnderANameOfTheProgramItself(String name) {
        control.person(name, "groups", "chiefs");
        bearing(control.token("right")).get("/api/routes").then().statusCode(403);
    }

    @Test
    void aRefusedTokenIsInTheAuditLog() {
        String count = "select count(*) from sync_audit where action = 'log-in' and outcome = 'FAILED'"
                + " and who = '(unknown)' and address is not null";
        long before = Database.hub().value(Long.class, count);
        control.person("mallory", "groups", "chiefs");
        bearing(control.token("wrong-signature")).get("/api/routes").then().statusCode(401);
        Patience.await().until(() -> Database.hub().value(Long.class, count) > before);
    }

    @Test
    void configuredUsersStillLogInByPasswordAndCallsOfProgramsAreNotRedirected() {
        Api.as("operator").get("/api/routes").then().statusCode(200);
        Api.as("operator").get("/").then().statusCode(200).body(containsString("operator"));
        given().auth()
                .preemptive()
                .basic("operator", "wrong")
                .get("/api/routes")
                .then()
                .statusCode(401);
        given().auth().preemptive().basic("operator", "wrong").get("/").then().statusCode(401);
        given().redirects()
                .follow(false)
                .header("Accept", "text/html,*/*;q=0.8")
                .get("/api/routes")
                .then()
                .statusCode(401)
                .body("detail", containsString("HTTP Basic"));
        // a script of a page, a stream, a program
        for (Map<String, String> headers : List.of(
                Map.of("Accept", "text/html", "HX-Request", "true"),
                Map.of("Accept", "text/html", "Sec-Fetch-Mode", "cors"),
                Map.of("Accept", "*/*"))) {
            given().redirects()
                    .follow(false)
                    .headers(headers)
                    .get("/")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", nullValue())
                    .header("Set-Cookie", nullValue());
        }
    }

    @Test
    void aStreamOfEventsIsNotRedirected() {
        given().redirects()
                .follow(false)
                .header("Accept", "text/event-stream")
                .get("/runs/1/events")
                .then()
                .statusCode(401)
                .header("Cache-Control", "no-store");
    }

    private static RequestSpecification bearing(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token);
    }
}
