package dev.syncline.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.RawCall;
import dev.syncline.support.RawCall.Answer;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may make which call: every call of the API document, for every identity. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AccessTableTest {
    private static final List<String> ROLES = List.of("viewer", "operator", "approver", "admin");
    private static final String BY_SIGNATURE = "signature";

    @Test
    void everyCallIsInTheTable() throws IOException {
        Set<String> calls = new TreeSet<>();
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=JSON").as(Reply.class).getMap("paths");
        paths.forEach((path, methods) -> {
            if (!path.startsWith("/sandbox/")) {
                methods.keySet().stream()
                        .filter(method -> Set.of("get", "put", "post", "delete", "patch", "head", "options")
                                .contains(method))
                        .forEach(method -> calls.add(method.toUpperCase() + " " + path));
            }
        });
        assertFalse(calls.isEmpty());
        assertEquals(
                calls,
                new TreeSet<>(CallTable.read().keySet()),
                "src/main/resources/calls.csv has a row for each call, and none for others");
    }

    @Test
    void everyIdentityMayMakeTheCallsOfItsRoleAndNoOther() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> row : CallTable.read().entrySet()) {
            Set<String> allowed = row.getValue();
            if (allowed.contains(BY_SIGNATURE)) {
                compare(wrong, row.getKey(), "nobody", true, call(row.getKey(), given())); // 404: no such supplier
                continue;
            }
            compare(wrong, row.getKey(), "nobody", null, call(row.getKey(), given()));
            compare(wrong, row.getKey(), "wrong password", null, call(row.getKey(), as("admin", "wrong")));
            compare(wrong, row.getKey(), "another form of a name", null, call(row.getKey(), as("Admin", "admin")));
            compare(wrong, row.getKey(), "unknown name", null, call(row.getKey(), as("root", "admin")));
            for (String role : ROLES) {
                boolean may = role.equals("admin") || allowed.contains(role);
                compare(wrong, row.getKey(), role, may, call(row.getKey(), as(role, role)));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aFailedLogInIsInTheAuditLogUnderTheUsersNameAndNoPasswordIs() {
        Database hub = Database.hub();
        String count = "select count(*) from sync_audit where action = 'log-in' and who = ?";
        long known = hub.value(Long.class, count, "operator");
        long unknown = hub.value(Long.class, count, "(unknown)");
        as("operator", "hunter2-wrong").get("/api/routes").then().statusCode(401);
        as("OPERATOR", "operator").get("/api/routes").then().statusCode(401);
        as("hunter2-as-name", "x").get("/api/routes").then().statusCode(401);
        assertEquals(known + 1, hub.value(Long.class, count, "operator"));
        assertEquals(unknown + 2, hub.value(Long.class, count, "(unknown)"));
        assertEquals(
                0L,
                hub.value(Long.class, "select count(*) from sync_audit where sync_audit::text like ?", "%hunter2%"));
        as("operator", "operator").get("/api/routes").then().statusCode(200);
    }

    @Test
    void aStateChangingCallOfAnotherSiteIsRefusedBeforeItDoesAnything() {
        String call = "/api/records/retry?status=SUCCESS"; // which answers 400 where it is let through
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", "http://localhost:1"))) {
            Response answer = as("operator", "operator").headers(headers).post(call);
            assertEquals(403, answer.statusCode(), headers.toString());
            assertTrue(answer.as(Reply.class).getString("detail").contains("another site"), answer.asString());
            assertEquals(
                    200,
                    as("operator", "operator")
                            .headers(headers)
                            .get("/api/routes")
                            .statusCode());
        }
        String own = "http://localhost:" + RestAssured.port;
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://behind.a.proxy.example"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Origin", own),
                Map.<String, String>of())) {
            assertEquals(
                    400, as("operator", "operator").headers(headers).post(call).statusCode(), headers.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data; boundary=x, 415",
        "application/jsonp, 415",
        "application/json, 400",
        "application/json;charset=UTF-8, 400",
        "application/merge-patch+json, 400"
    })
    void aStateChangingCallHasABodyOfJsonOrNone(String type, int status) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/records/retry?status=SUCCESS"))
                .header("Authorization", "Basic b3BlcmF0b3I6b3BlcmF0b3I=")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
    }

    /** However the path is written that a form of another site would be sent to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rules",
                "//api/rules",
                "/api//rules",
                "/./api/rules",
                "/x/../api/rules",
                "/api;x=y/rules",
                "/api/rules;x=y",
                "/%61pi/rules",
                "/api/suppliers/../rules"
            })
    void aFormIsNoCallThatChangesSomething(String path) {
        long rules = Database.hub().value(Long.class, "select count(*) from sync_rule");
        Answer answer = new RawCall("POST", path)
                .as("admin")
                .header("Content-Type", "text/plain")
                .json("{\"route\":\"*\",\"field\":\"x\",\"operator\":\"eq\",\"value\":\"y\"}")
                .send();
        assertTrue(answer.status() == 415 || answer.status() == 404, answer.text());
        assertEquals(rules, Database.hub().value(Long.class, "select count(*) from sync_rule"));
    }

    /** @param may null where it is not known who calls */
    private static void compare(List<String> wrong, String call, String who, Boolean may, int status) {
        boolean isRight = may == null ? status == 401 : may ? status != 401 && status != 403 : status == 403;
        if (!isRight || status >= 500) {
            wrong.add(call + " by " + who + " answered " + status);
        }
    }

    /** With a path that names nothing, so that what is let through does nothing. */
    private static int call(String methodAndPath, RequestSpecification who) {
        String[] parts = methodAndPath.split(" ");
        String path = parts[1].replace("{id}", "999999999").replaceAll("\\{[a-z]+}", "no-such");
        if (path.equals("/api/records/retry")) {
            path += "?status=SUCCESS";
        }
        return who.request(parts[0], path).statusCode();
    }

    private static RequestSpecification as(String user, String password) {
        return given().auth().preemptive().basic(user, password);
    }
}
