package dev.syncline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Patience;
import dev.syncline.support.RawCall;
import dev.syncline.support.RawCall.Answer;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of the OpenAPI document with values that nobody expects: what is wrong with a call is said as its fault. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class StrangeValuesTest {
    private static final String ROUTE = "erp-cost-types-to-relay";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_A_CALL = 4;

    /** As they stand in the address. */
    private static final List<String> VALUES = List.of(
            "",
            "+",
            "%00",
            "a%00b",
            "%27",
            "%22",
            "%5C",
            "%7C",
            "a%7Cb%7Cc",
            "%25",
            "%ED%A0%80",
            "%FF",
            "%zz",
            "%F0%9F%98%80",
            "..",
            ".",
            "1.",
            ".1",
            "1.-5",
            "1.4294967295",
            "1.99999999999",
            "1.1.1",
            "-1",
            "0",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999",
            "1e999",
            "NaN",
            "null",
            "%2B999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "%2B10000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2026-13-45",
            "2026-01-01T00:00:00%2B99:99",
            "%7B%22a%22:1%7D",
            "%5B",
            "%28",
            "*",
            "x".repeat(3000));

    private static final Map<String, String> USUAL = Map.of(
            "route", ROUTE, "key", "V-00001", "vendor", "V-00101", "number", "1", "supplier", "atlas", "id", "1");

    @AfterEach
    void waitForWhatWasBegun() {
        Patience.await()
                .until(() -> Api.as("viewer")
                        .get("/api/runs?limit=500&route=" + ROUTE)
                        .as(Reply.class)
                        .getList("items.finishedAt")
                        .stream()
                        .allMatch(time -> time != null));
    }

    @Test
    void noParameterOfAnyCallBreaksIt() throws IOException {
        List<String> broken = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        int calls = 0;
        for (Operation operation : operations()) {
            for (JsonNode strange : operation.parameters()) {
                // Many calls have a parameter of that name: each takes every fourth value, so that all are had in turn.
                int from = uses.merge(strange.path("name").asText(), 1, Integer::sum);
                for (int i = from % AT_A_CALL; i < VALUES.size(); i += AT_A_CALL) {
                    String value = VALUES.get(i);
                    String address = operation.address(strange.path("name").asText() + strange.path("in"), value);
                    Answer answer =
                            new RawCall(operation.method(), address).as("admin").send();
                    calls++;
                    if (answer.status() >= 500 || answer.status() < 200) {
                        broken.add(operation.method() + " " + address + " -> " + answer.status());
                    }
                }
            }
        }
        assertTrue(calls > 500, calls + " calls");
        assertEquals(List.of(), broken, broken.size() + " of " + calls);
    }

    @Test
    void noTextThatDatabasesDoNotTakeIsTakenInABody() throws IOException {
        JsonNode schemas = document().path("components").path("schemas");
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Operation operation : operations()) {
            String schema = operation
                    .node()
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asText();
            for (var field : schemas.path(schema.substring(schema.lastIndexOf('/') + 1))
                    .path("properties")
                    .properties()) {
                for (String body : List.of(
                        "{\"" + field.getKey() + "\":\"a\\u0000\"}",
                        "{\"" + field.getKey() + "\":\"\\ud800\"}",
                        "{\"" + field.getKey() + "\":{\"a\\u0000\":1}}",
                        "{\"" + field.getKey() + "\":[\"\\u0000\"]}",
                        "{\"" + field.getKey() + "\":" + "[".repeat(5000))) {
                    Answer answer = new RawCall(operation.method(), operation.address("", ""))
                            .as("admin")
                            .json(body)
                            .send();
                    calls++;
                    if (answer.status() < 400 || answer.status() >= 500) {
                        wrong.add(operation.method() + " " + operation.path() + " " + body + " -> " + answer.status());
                    }
                }
            }
        }
        assertTrue(calls > 50, calls + " calls");
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/runs?from=%2B999999999-12-31T23:59:59Z|years 1 to 9999",
                "/api/runs?to=-999999999-01-01T00:00:00Z|years 1 to 9999",
                "/api/documents?cursor=1.-5|cursor '1.-5'",
                "/api/records/erp-vendors-to-relay/a%00b|NUL",
            })
    void whatIsWrongIsNamed(String address, String words) {
        Answer answer = new RawCall("GET", address).as("viewer").send();
        assertEquals(400, answer.status(), answer.text());
        assertTrue(
                answer.text().contains("application/problem+json")
                        && answer.text().contains(words),
                answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:99999", "a b", "[", "\"><script>evil.example", "evil.example/x?y#z"
            })
    void aHostThatACallerMakesUpIsNotInTheAnswer(String host) {
        Answer list = new RawCall("GET", "/api/routes/" + ROUTE)
                .as("viewer")
                .header("Host", host)
                .send();
        assertTrue(list.status() < 500, list.text());
        Answer none = new RawCall("GET", "/api/nothing").header("Host", host).send();
        assertTrue(none.status() >= 400 && none.status() < 500, none.text());
        Answer rule = new RawCall("POST", "/api/rules")
                .as("admin")
                .header("Host", host)
                .json("{\"route\":\"" + ROUTE + "\",\"field\":\"x\",\"operator\":\"eq\",\"value\":\"y\"}")
                .send();
        if (rule.status() == 201) {
            String location = rule.text().replaceAll("(?is).*\r\nlocation: ([^\r]*)\r\n.*", "$1");
            assertTrue(location.matches("/api/rules/\\d+"), location);
            Api.as("admin").delete(location).then().statusCode(204);
        } else {
            assertTrue(rule.status() >= 400 && rule.status() < 500, rule.text());
        }
        for (Answer answer : List.of(list, none, rule)) {
            assertFalse(answer.text().contains("evil"), answer.text());
        }
    }

    @Test
    void aCallWithoutAHostIsToldSo() {
        Answer answer = new RawCall("GET", "/api/routes").without("Host").send();
        assertEquals(400, answer.status(), answer.text());
        assertTrue(
                answer.text().contains("application/problem+json")
                        && answer.text().contains("'Host' header"),
                answer.text());
    }

    /** As long as the program is not told which proxies to trust. */
    @Test
    void whatACallerSaysOfAProxyIsNeitherBelievedNorInTheAnswer() {
        Map<String, String> made = new LinkedHashMap<>(Map.of(
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Server", "evil.example",
                "X-Forwarded-Proto", "evil",
                "X-Forwarded-Prefix", "/evil",
                "X-Forwarded-Port", "666",
                "X-Forwarded-For", "203.0.113.66",
                "Forwarded", "for=203.0.113.66;host=evil.example;proto=evil",
                "X-Original-URL", "/evil",
                "X-Rewrite-URL", "/evil",
                "X-Host", "evil.example"));
        List<RawCall> calls = List.of(
                new RawCall("GET", "/api/routes/" + ROUTE).as("viewer"),
                new RawCall("GET", "/api/nothing"),
                new RawCall("GET", "/q/openapi?format=json"),
                new RawCall("GET", "/q/health"),
                new RawCall("POST", "/api/routes/" + ROUTE + "/runs?range=today&dryRun=true").as("operator"),
                new RawCall("POST", "/api/rules")
                        .as("admin")
                        .json("{\"route\":\"" + ROUTE + "\",\"field\":\"x\",\"operator\":\"eq\",\"value\":\"y\"}"));
        for (RawCall call : calls) {
            made.forEach(call::header);
            Answer answer = call.send();
            assertTrue(answer.status() >= 200 && answer.status() < 500, answer.text());
            assertFalse(answer.text().contains("evil") || answer.text().contains(":666"), answer.text());
            answer.text()
                    .lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                    .forEach(line -> assertTrue(line.matches("(?i)location: /api/[a-z]+/\\d+"), line));
        }
        Reply audited = Api.as("admin").get("/api/audit?limit=1").as(Reply.class);
        assertEquals("add-rule", audited.getString("items[0].action"));
        assertEquals("127.0.0.1", audited.getString("items[0].address"));
        Api.as("admin")
                .delete("/api/rules/" + audited.getString("items[0].subject").replaceAll("\\D", ""))
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type|application/json; charset=nonsense",
                "Content-Type|///",
                "Content-Type|;",
                "Accept|;;;",
                "Accept|///",
                "Accept|application/json;q=x",
                "Accept-Language|-----",
                "Authorization|Basic",
                "Authorization|Basic %%%",
                "Authorization|Basic bm9jb2xvbg==",
                "Authorization|Bearer x",
                "Authorization|?",
                "Cookie|=;=;",
                "Content-Encoding|nonsense",
                "Expect|nonsense",
            })
    void noHeaderBreaksACall(String name, String value) {
        for (String method : List.of("GET", "POST")) {
            Answer answer = new RawCall(method, "/api/rules")
                    .as("admin")
                    .header(name, value)
                    .json("{}")
                    .send();
            assertTrue(answer.status() >= 200 && answer.status() < 500, method + " " + answer.text());
        }
    }

    @Test
    void strangersMakeNoTimeSeries() {
        for (int i = 0; i < 150; i++) {
            new RawCall("GET", "/made-up-" + i).send();
            new RawCall("GET", "/api/routes/made-up-" + i).send();
            new RawCall("DELETE", "/api/routes/made-up-" + i).send();
            new RawCall("GET", "/api/made-up-" + i + "%00").send();
            new RawCall("POST", "/api/suppliers/made-up-" + i + "/notifications")
                    .json("{}")
                    .send();
            new RawCall("MADEUP" + i, "/api/routes").send();
        }
        new RawCall("POST", "/api/made-up")
                .header("Content-Length", "999999999")
                .send();
        Api.as("viewer").get("/api/sets-that-are-not");
        String metrics = RestAssured.get("/q/metrics").asString();
        List<String> madeUp = metrics.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).matches(".*made-?up.*"))
                .toList();
        assertEquals(List.of(), madeUp);
        assertTrue(metrics.contains("http_server_requests_seconds_count"), "calls are counted all the same");
    }

    /** @param parameters of path and query */
    private record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        /** @param strange name and place of the parameter that has that value */
        String address(String strange, String value) {
            Map<String, String> query = new LinkedHashMap<>();
            String address = path;
            for (JsonNode parameter : parameters) {
                String name = parameter.path("name").asText();
                boolean isStrange = (name + parameter.path("in")).equals(strange);
                if (parameter.path("in").asText().equals("path")) {
                    String usual = path.startsWith("/api/routes/{id}") ? ROUTE : USUAL.getOrDefault(name, "1");
                    address = address.replaceFirst(
                            "\\{" + name + "[^}]*}",
                            isStrange ? value.replace("\\", "\\\\").replace("$", "\\$") : usual);
                } else if (isStrange) {
                    query.put(name, value);
                }
            }
            String asked = query.entrySet().stream()
                    .map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "=" + one.getValue())
                    .collect(Collectors.joining("&"));
            return asked.isEmpty() ? address : address + "?" + asked;
        }
    }

    private static List<Operation> operations() throws IOException {
        List<Operation> operations = new ArrayList<>();
        document().path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/")) {
                path.getValue().properties().forEach(method -> {
                    List<JsonNode> parameters = new ArrayList<>();
                    method.getValue().path("parameters").forEach(parameters::add);
                    path.getValue().path("parameters").forEach(parameters::add);
                    parameters.removeIf(parameter -> !List.of("path", "query")
                            .contains(parameter.path("in").asText()));
                    if (!method.getKey().equals("parameters")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue(),
                                parameters));
                    }
                });
            }
        });
        assertTrue(
                operations.size() > 20,
                new TreeSet<>(operations.stream().map(Operation::path).toList()) + "");
        return operations;
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(RestAssured.get("/q/openapi?format=json").asString());
    }
}
