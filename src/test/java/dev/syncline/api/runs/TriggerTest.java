package dev.syncline.api.runs;

import static dev.syncline.support.Api.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.syncline.api.http.Problem;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class TriggerTest {
    private static final String TRIGGER = "/api/routes/erp-cost-types-to-relay/runs";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    range=yesterday                | Unknown range 'yesterday'
                    from=2026-02-01&to=2026-01-01  | is after
                    from=soon                      | is not a time
                    range=today&from=2026-01-01    | not both
                    depth=bottomless               | Unknown depth 'bottomless'
                    dryRun=maybe                   | must be true or false
                    wait=long                      | must be seconds
                    """)
    void refusesWhatItDoesNotUnderstand(String query, String detail) {
        problem(
                        given().auth()
                                .preemptive()
                                .basic("operator", "operator")
                                .post(TRIGGER + "?" + query)
                                .then(),
                        400)
                .body("detail", containsString(detail));
    }

    @Test
    void refusesABodyThatIsNoJson() {
        problem(
                        asOperator()
                                .contentType("application/json")
                                .body("hello")
                                .post(TRIGGER)
                                .then(),
                        400)
                .body("detail", containsString("not JSON"));
    }

    @Test
    void refusesABlankKey() {
        problem(
                        asOperator()
                                .contentType("application/json")
                                .body("{\"keys\":[\" \"]}")
                                .post(TRIGGER)
                                .then(),
                        400)
                .body("detail", containsString("none of them blank"));
    }

    @Test
    void namesTheFieldsThatThereAreWhenABodyHasAnother() {
        problem(
                        asOperator()
                                .contentType("application/json")
                                .body("{\"rang\":\"all\"}")
                                .post(TRIGGER)
                                .then(),
                        400)
                .body("detail", containsString("'rang'"))
                .body("detail", containsString("range"));
    }

    @Test
    void refusesAnUnknownRoute() {
        problem(asOperator().post("/api/routes/erp-nothing-to-relay/runs").then(), 404)
                .body("detail", containsString("erp-nothing-to-relay"));
    }

    @Test
    void saysWhereTheCallsAre() {
        problem(as("viewer").get("/api/nothing").then(), 404).body("detail", containsString("/q/openapi"));
        problem(as("viewer").patch("/api/routes").then(), 405).body("detail", containsString("/q/openapi"));
    }

    @Test
    void refusesAViewerWhoTriggers() {
        problem(
                given().auth()
                        .preemptive()
                        .basic("viewer", "viewer")
                        .post(TRIGGER)
                        .then(),
                403);
    }

    @Test
    void refusesWhoeverHasNoNameOrTheWrongPassword() {
        problem(given().get("/api/routes").then(), 401);
        problem(
                given().auth()
                        .preemptive()
                        .basic("viewer", "guess")
                        .get("/api/routes")
                        .then(),
                401);
    }

    @Test
    void answersWithTheRunAndItsPlace() {
        asOperator()
                .post(TRIGGER + "?wait=60")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/api/runs/"))
                .body("route", equalTo("erp-cost-types-to-relay"))
                .body("status", equalTo("SUCCESS"))
                .body("trigger", equalTo("ON_DEMAND"))
                .body("requestedBy", equalTo("operator"))
                .body("progress.percent", equalTo(100))
                .body("counts.read", equalTo(8));
    }

    @Test
    void listsEveryRouteWithItsSchedule() {
        given().auth()
                .preemptive()
                .basic("viewer", "viewer")
                .get("/api/routes")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(21))
                .body("items.id", hasItem("relay-job-costs-to-projects"))
                .body("items.find { it.id == 'erp-vendors-to-relay' }.schedule", notNullValue())
                .body("items.find { it.id == 'erp-vendors-to-relay' }.nextFireAt", notNullValue());
    }

    private static io.restassured.specification.RequestSpecification asOperator() {
        return given().auth().preemptive().basic("operator", "operator");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("title", notNullValue());
    }
}
