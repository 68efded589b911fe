package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Partner;
import dev.syncline.support.Partner.Body;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP sources that answer in all the ways in which such systems do. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Partner.Profile.class)
@QuarkusTestResource(SandboxTestResource.class)
class HttpAnswersTest {
    private static final String ITEMS = "partner-items-to-taker";
    private static final String GONE = "partner-gone-to-taker";
    private static final String MAPPED = "partner-mapped-to-taker";

    // Lookups.

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void aLookupThatAnswersAPageDeletesNobodyButTheVanished(int most) {
        Partner partner = new Partner(GONE).fill(30);
        success(GONE, "range=all");
        partner.limits(1_000, most).remove("K-7").remove("K-8").remove("K-20");
        JsonPath run = success(GONE, "range=all&depth=deep");
        assertEquals(3, run.getInt("counts.deleted"), run.prettify());
        assertEquals(27, partner.taken().size());
        assertFalse(partner.taken().containsKey("K-7"));
    }

    @Test
    void runsOverKeysAndRetriesTakeNobodyForGone() {
        Partner partner = new Partner(GONE).fill(12).refuses(key -> key.equals("K-3") || key.equals("K-4"));
        Api.run(GONE, "range=all");
        partner.limits(1_000, 1).refuses(key -> false);
        success(GONE, "keys=K-1&keys=K-2&keys=K-5&keys=K-6");
        assertEquals(10, partner.taken().size());
        long retry = Api.as("operator")
                .post("/api/records/retry?route=" + GONE + "&status=FAILED")
                .as(Reply.class)
                .getLong("id");
        assertEquals("SUCCESS", Api.ended(retry).getString("status"));
        assertEquals(12, partner.taken().size());
    }

    @Test
    void aLookupGoesOnAtItsCursor() {
        Partner partner = new Partner(GONE).fill(9);
        success(GONE, "range=all");
        partner.answers((call, said) -> {
            if (!call.kind().equals("lookup") || call.body().path("keys").size() < 2) {
                return Body.json(said);
            }
            List<?> all = JsonPath.from(said).getList("records");
            int from = Integer.parseInt(call.query().getOrDefault("cursor", "0"));
            String some = JsonPath.from(said)
                    .getList("records.key")
                    .subList(from, from + 1)
                    .toString();
            return Body.json("{\"records\":[{\"key\":\"" + some.substring(1, some.length() - 1)
                    + "\",\"data\":{}}],\"nextCursor\":" + (from + 1 < all.size() ? from + 1 : null) + "}");
        });
        int before = partner.calls("lookup").size();
        partner.remove("K-5");
        JsonPath run = success(GONE, "range=all&depth=deep");
        assertEquals(1, run.getInt("counts.deleted"));
        assertEquals(
                18,
                partner.calls("lookup").size() - before,
                "eight pages to count them and eight to tell, and one alone");
    }

    @Test
    void aLookupThatAnswersForOthersTellsOfNoneThatItIsGone() {
        Partner partner = new Partner(GONE).fill(3);
        success(GONE, "range=all");
        partner.answers((call, said) -> call.kind().equals("lookup")
                ? Body.json("{\"records\":[{\"key\":\"OTHER\",\"data\":{}}]}")
                : Body.json(said));
        JsonPath run = Api.run(GONE, "keys=K-1&keys=K-2");
        assertEquals(2, run.getInt("counts.failed"), run.prettify());
        assertEquals(3, partner.taken().size());
        String reason = Api.record(GONE, "K-1").getString("reason");
        assertTrue(reason.contains("'OTHER'"), reason);
    }

    @Test
    void aLookupThatAnswersInAnotherCaseMakesNobodyGoneAndTheReasonSaysSo() {
        Partner partner = new Partner(GONE).fill(4);
        success(GONE, "range=all");
        partner.answers((call, said) ->
                Body.json(call.kind().equals("lookup") ? said.replace("\"key\":\"K-", "\"key\":\"k-") : said));
        assertEquals(2, Api.run(GONE, "keys=K-1&keys=K-2").getInt("counts.failed"));
        String reason = Api.record(GONE, "K-1").getString("reason");
        assertTrue(reason.contains("'k-1'"), reason);
        partner.remove("K-4");
        assertEquals(1, Api.run(GONE, "range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(3, partner.taken().size());
    }

    @Test
    void aKeyThatALookupRefusesStandsAlone() {
        Partner partner = new Partner(GONE).fill(5);
        success(GONE, "range=all");
        partner.answers((call, said) -> call.kind().equals("lookup")
                        && call.body().toString().contains("K-2")
                ? new Body(422, "application/json", "{\"detail\":\"K-2 has no form\"}".getBytes(StandardCharsets.UTF_8))
                : Body.json(said));
        JsonPath run = Api.run(GONE, "keys=K-1&keys=K-2&keys=K-3");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(1, run.getInt("counts.failed"));
        assertTrue(Api.record(GONE, "K-2").getString("reason").contains("no form"));
        assertEquals(5, partner.taken().size());
    }

    @Test
    void aReconciliationFindsNothingMissingWhereALookupAnswersAPage() {
        Partner partner = new Partner(ITEMS).fill(25);
        success(ITEMS, "range=all");
        partner.limits(1_000, 4);
        JsonPath done = Reconciliations.of(ITEMS, "range=all");
        assertEquals("SUCCESS", done.getString("status"), done.prettify());
        assertEquals(25, done.getInt("counts.equal"), done.prettify());
    }

    // Certificates.

    @Inject
    CamelContext camel;

    @Test
    void callsTrustTheAuthoritiesOfTheFile() {
        HttpComponent http = camel.getComponent("http", HttpComponent.class);
        X509TrustManager trust = (X509TrustManager)
                http.getSslContextParameters().getTrustManagers().getTrustManager();
        assertTrue(
                Arrays.stream(trust.getAcceptedIssuers())
                        .anyMatch(authority ->
                                authority.getSubjectX500Principal().getName().equals("CN=ca")),
                "that of src/test/resources/ca");
    }

    // Secrets.

    @ParameterizedTest
    @ValueSource(strings = {"lookup", "records", "batch"})
    void whatASystemEchoesOfTheTokenThatItWasSentIsKeptNowhere(String kind) {
        String token = "token-of-" + (kind.equals("batch") ? "taker" : "partner");
        String echo = "your header was Authorization: Bearer " + token + " and it " + "is long ".repeat(40) + token;
        List<Body> answers = List.of(
                new Body(422, "application/json", json("{\"detail\":\"" + echo + "\"}")),
                new Body(401, "text/plain", json(echo)),
                new Body(500, "text/plain", json(echo)),
                new Body(200, "text/plain", json(echo)),
                Body.json("{\"records\":\"" + echo + "\",\"results\":[{\"key\":\"" + echo + "\"}]}"),
                Body.json("{\"results\":[{\"key\":\"K-1\",\"status\":\"refused\",\"reason\":\"" + echo + "\",\"ref\":\""
                        + token + "\"}],\"records\":[]}"));
        for (Body answer : answers) {
            Partner partner = new Partner(GONE).fill(1);
            success(GONE, "range=all");
            partner.put("K-1", "{\"no\":\"K-1\",\"name\":\"Changed\",\"amount\":2}");
            partner.answers((call, said) -> call.kind().equals(kind) ? answer : Body.json(said));
            JsonPath run = Api.run(GONE, kind.equals("lookup") ? "keys=K-1" : "range=all");
            assertFalse(run.prettify().contains(token), run.prettify());
            String record = Api.record(GONE, "K-1").prettify();
            assertFalse(record.contains(token), record);
        }
        for (String table : List.of("sync_run", "sync_record", "sync_notice", "sync_document_log", "sync_parked")) {
            assertEquals(
                    0L,
                    Database.hub()
                            .value(
                                    Long.class,
                                    "select count(*) from " + table + " where " + table + "::text like ?",
                                    "%token-of-%"),
                    table);
        }
    }

    @Test
    void aRecordIsDeliveredAsItIsAndShownWithoutTheTokenThatItsSourcePutIntoIt() {
        String data = "{\"no\":\"%s\",\"name\":\"by token-of-partner\",\"token-of-partner\":1,"
                + "\"note\":\"Authorization: Bearer token-of-partner\",\"amount\":%d}";
        Partner partner = new Partner(GONE)
                .put("K-1", data.formatted("K-1", 1))
                .put("K-2", data.formatted("K-2", 1))
                .refuses("K-2"::equals);
        JsonPath run = Api.run(GONE, "range=all");
        assertEquals(1, run.getInt("counts.failed"), run.prettify());
        assertTrue(partner.taken().get("K-1").toString().contains("Bearer token-of-partner"));
        partner.put("K-1", data.formatted("K-1", 2).replace("by ", "now by "));
        JsonPath dry = Api.run(GONE, "range=all&dryRun=true");
        for (String path : List.of(
                "/api/records?route=" + GONE,
                "/api/records/" + GONE + "/K-1",
                "/api/records/" + GONE + "/K-2",
                "/api/documents?route=" + GONE + "&limit=2",
                "/api/runs/" + run.getLong("id") + "/changes",
                "/api/runs/" + dry.getLong("id") + "/changes")) {
            String shown = Api.as("viewer").get(path).asString();
            assertFalse(shown.contains("token-of-"), shown);
            assertTrue(shown.contains("***"), shown);
        }
        for (String table : List.of("sync_run", "sync_record", "sync_payload", "sync_notice")) {
            assertEquals(
                    0L,
                    Database.hub()
                            .value(
                                    Long.class,
                                    "select count(*) from " + table + " where " + table + "::text like ?",
                                    "%token-of-%"),
                    table);
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // Pages.

    @Test
    void anEmptyCursorEndsThePages() {
        new Partner(ITEMS)
                .fill(5)
                .answers((call, said) -> Body.json(said.replace("\"nextCursor\":null", "\"nextCursor\":\"\"")));
        assertEquals(5, success(ITEMS, "range=all").getInt("counts.created"));
    }

    @Test
    void aCursorThatRepeatsFailsTheRun() {
        new Partner(ITEMS)
                .fill(5)
                .answers((call, said) -> Body.json(said.replace("\"nextCursor\":null", "\"nextCursor\":\"0\"")));
        failure(ITEMS, "circle", "'next'");
    }

    @Test
    void aPageThatRepeatsFailsTheRunWhateverItsCursor() {
        new Partner(ITEMS)
                .fill(5)
                .answers((call, said) -> Body.json(said.replace(
                                "\"nextCursor\":null", "\"nextCursor\":\"9" + call.number() + "\"")
                        .replace("\"records\":[]", "\"records\":[{\"key\":\"K-1\",\"data\":{\"no\":\"K-1\"}}]")));
        failure(ITEMS, "circle");
    }

    @Test
    void pagesWithoutRecordsThatNeverEndFailTheRun() {
        new Partner(ITEMS).answers((call, said) -> Body.json("{\"records\":[],\"nextCursor\":1" + call.number() + "}"));
        failure(ITEMS, "one page without records after the other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0", "\"25\"", "2.5e1"})
    void lessThanTheSourceSaysIsNoSuccess(String total) {
        Partner partner = new Partner(ITEMS)
                .fill(25)
                .limits(10, 10)
                .answers((call, said) -> Body.json(
                        said.replace("nextCursor", "next_page").replace("\"total\":25", "\"total\":" + total)));
        failure(ITEMS, "says that it has 25", "gave 10", "'next'");
        partner.answers((call, said) -> Body.json(said));
        assertEquals(25, success(ITEMS, "range=all").getInt("counts.read"));
    }

    @Test
    void aRecordThatLeavesWhilePagesAreReadIsNotMissed() {
        Partner partner = new Partner(ITEMS).fill(25).limits(10, 10);
        partner.answers((call, said) -> {
            if (call.kind().equals("records") && "10".equals(call.query().get("cursor"))) {
                partner.remove("K-25");
            }
            return Body.json(call.query().containsKey("cursor") ? said.replace("\"total\"", "\"others\"") : said);
        });
        assertEquals(24, success(ITEMS, "range=all").getInt("counts.read"));
    }

    @Test
    void aSourceWithoutALookupHoldsUntilItIsReadAgain() {
        String route = "unasked-items-to-taker";
        Partner partner = new Partner(route).fill(5).put("K-9", "{\"no\":\"K-9\"}");
        for (int i = 0; i < 2; i++) {
            JsonPath run = success(route, "range=all");
            assertEquals(1, run.getInt("counts.onHold"), run.prettify());
        }
        success(route, "range=changes");
        success(route, "range=all&depth=deep");
        assertTrue(partner.calls("lookup").isEmpty());
        partner.put("K-9", "{\"no\":\"K-9\",\"name\":\"now\"}");
        assertEquals(1, success(route, "range=all").getInt("counts.created"));
        JsonPath keys = Api.run(route, "keys=K-1");
        assertTrue(keys.getString("reason").contains("'lookup'"), keys.prettify());
    }

    @Test
    void aSourceThatDoesNotKnowTheLookupIsOneWithout() {
        Partner partner = new Partner(ITEMS).fill(3);
        partner.answers((call, said) -> switch (call.kind()) {
            case "lookup" -> new Body(404, null, new byte[0]);
            case "batch" -> Body.json(said.replace("\"K-2\"", "\"nobody\""));
            default -> Body.json(said);
        });
        assertEquals("PARTIAL", Api.run(ITEMS, "range=all&depth=deep").getString("status"));
        partner.remove("K-2");
        assertEquals("SUCCESS", Api.run(ITEMS, "range=all&depth=deep").getString("status"));
        assertEquals("FAILED", Api.record(ITEMS, "K-2").getString("status"), "nobody knows whether it is gone");
        assertFalse(partner.calls("lookup").isEmpty());
    }

    // Values.

    @Test
    void aBadRecordCostsThatOne() {
        Partner partner = new Partner(ITEMS).fill(3);
        partner.put("T", "{\"no\":\"T\"}")
                .put("D", "{\"no\":\"D\"}")
                .put("L", "{\"no\":\"L\",\"text\":\"" + "x".repeat(70_000) + "\"}");
        partner.put("P", "{\"no\":\"P\",\"deep\":" + "[".repeat(600) + "]".repeat(600) + "}");
        partner.records().stream()
                .filter(r -> r.path("key").asText().equals("T"))
                .forEach(r -> r.put("changedAt", "31-Feb-15"));
        partner.records().stream()
                .filter(r -> r.path("key").asText().equals("D"))
                .forEach(r -> r.put("data", 17));
        JsonPath run = Api.run(ITEMS, "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(3, run.getInt("counts.created"), run.prettify());
        assertEquals(4, run.getInt("counts.failed"), run.prettify());
        assertTrue(Api.record(ITEMS, "T").getString("reason").contains("31-Feb-15"));
        assertTrue(Api.record(ITEMS, "D").getString("reason").contains("'data'"));
        assertTrue(Api.record(ITEMS, "L").getString("reason").contains("longest-record"));
        assertTrue(Api.record(ITEMS, "P").getString("reason").contains("deeper"));
        partner.records().stream()
                .filter(r -> r.path("key").asText().equals("T"))
                .forEach(r -> r.put("changedAt", ""));
        JsonPath next = Api.run(ITEMS, "range=all");
        assertEquals(
                1, next.getInt("counts.created"), "the same content without what was wrong goes: " + next.prettify());
    }

    @Test
    void aTimeWithoutOffsetIsTakenAndMovesNoRunToFailure() {
        Partner partner = new Partner(ITEMS).fill(4);
        List<String> times = List.of("", "2026-01-01T10:00:00", "2026-01-01T10:00:00+0000", "2026-01-01");
        for (int i = 0; i < times.size(); i++) {
            partner.records().get(i).put("changedAt", times.get(i));
        }
        assertEquals(4, success(ITEMS, "range=all").getInt("counts.created"));
    }

    @Test
    void numbersArriveAsTheyAreWrittenThroughAMap() {
        Partner partner = new Partner(MAPPED).put("N", "{\"no\":\"N\"}");
        String data = "{\"no\":\"N\",\"big\":123456789012345678901234567890,\"price\":1.50,\"lines\":[{\"n\":1e20000}],"
                + "\"tags\":[{\"name\":\"x\"}],\"attributes\":[{\"name\":\"color\",\"value\":9007199254740993}]}";
        partner.answers((call, said) -> Body.json(said.replace("{\"no\":\"N\"}", data)));
        JsonPath run = Api.run(MAPPED, "range=all");
        assertEquals("PARTIAL", run.getString("status"), "1e20000 cannot be summed: " + run.prettify());
        assertTrue(Api.record(MAPPED, "N").getString("reason").contains("map"));
        String plain = data.replace("1e20000", "-0.10");
        partner.answers((call, said) -> Body.json(said.replace("{\"no\":\"N\"}", plain)));
        success(MAPPED, "range=all");
        String content = Database.hub()
                .value(
                        String.class,
                        "select convert_from(contents, 'UTF8') from sync_document_log"
                                + " where run_id = (select max(id) from sync_run where route = ?)",
                        MAPPED);
        for (String number : List.of("123456789012345678901234567890", ":1.50,", "-0.10", "9007199254740993")) {
            assertTrue(content.contains(number), number + " in " + content);
        }
        JsonPath held = new Reply(partner.taken().get("N"));
        assertEquals(1, held.getList("lines").size());
        assertEquals(List.of("x"), held.getList("tags"));
        assertEquals(1, success(MAPPED, "range=all").getInt("counts.unchanged"));
    }

    @Test
    void aRecordThatTheMapDoesNotWorkOnFailsAlone() {
        String route = "partner-strict-to-taker";
        Partner partner = new Partner(route).fill(3).put("BAD", "{\"no\":\"BAD\",\"amount\":\"many\"}");
        JsonPath run = Api.run(route, "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(3, partner.taken().size());
        assertTrue(Api.record(route, "BAD").getString("reason").contains("map"));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, application/json; charset=utf-8, 1",
        "ISO-8859-1, application/json; charset=iso-8859-1, 0",
        "UTF-8, application/json; charset=iso-8859-1, 0",
        "UTF-16LE, application/json, 0"
    })
    void textIsReadAsWhatItIsOrItsRecordIsTold(String charset, String contentType, int failed) {
        Partner partner = new Partner(ITEMS).fill(2).put("U", "{\"no\":\"U\",\"name\":\"Größe\"}");
        partner.answers((call, said) -> call.kind().equals("records")
                ? new Body(200, contentType, said.getBytes(java.nio.charset.Charset.forName(charset)))
                : Body.json(said));
        JsonPath run = Api.run(ITEMS, "range=all");
        assertEquals(failed, run.getInt("counts.failed"), run.prettify());
        assertEquals(3 - failed, run.getInt("counts.created"), run.prettify());
        if (failed == 0) {
            assertEquals("Größe", partner.taken().get("U").path("name").asText());
        } else {
            assertTrue(Api.record(ITEMS, "U").getString("reason").contains("charset"));
        }
    }

    @Test
    void keysOfManyMegabytesAreReadInParts() {
        Partner partner = new Partner(GONE);
        for (int n = 1; n <= 300; n++) {
            partner.put("K-" + n, "{\"no\":\"K-" + n + "\",\"text\":\"" + "y".repeat(60_000) + "\"}");
        }
        String keys = IntStream.rangeClosed(1, 300).mapToObj(n -> "keys=K-" + n).collect(Collectors.joining("&"));
        assertEquals(300, success(GONE, keys).getInt("counts.created"));
        assertEquals(300, partner.taken().size());
    }

    @Test
    void anAnswerOfManyMegabytesIsReadInPartsAndNothingIsLost() {
        Partner partner = new Partner(ITEMS);
        String text = "y".repeat(60_000);
        for (int n = 1; n <= 400; n++) {
            partner.put("K-" + n, "{\"no\":\"K-" + n + "\",\"text\":\"" + text + "\"}");
        }
        JsonPath run = success(ITEMS, "range=all");
        assertEquals(400, run.getInt("counts.created"));
        assertEquals(400, partner.taken().size());
        assertTrue(
                partner.calls("records").size() >= 2, partner.calls("records").size() + " calls");
    }

    // Text that cannot be stored.

    @Test
    void nulAndHalvesOfCharactersAreShownAndStored() {
        Partner partner = new Partner(ITEMS).fill(2);
        partner.put("N\0UL", "{\"no\":\"x\",\"name\":\"a\\u0000b\\ud800\"}");
        partner.put("TITLE", "{\"no\":\"y\",\"name\":\"a\\u0000b\\ud800\",\"field\\u0000\":\"\\ud800\"}");
        partner.answers((call, said) -> Body.json(
                call.kind().equals("batch")
                        ? said.replace("T-K-1", "T\\u0000\\ud800")
                                .replace("\"created\",\"id\":\"T-K-2\"", "\"refused\",\"reason\":\"no\\u0000\\udfff\"")
                        : said));
        JsonPath run = Api.run(ITEMS, "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals("T\\u0000\\ud800", Api.record(ITEMS, "K-1").getString("targetRef"));
        assertEquals("no\\u0000\\udfff", Api.record(ITEMS, "K-2").getString("reason"));
        assertEquals("a\\u0000b\\ud800", Api.record(ITEMS, "TITLE").getString("title"));
        assertEquals("SUCCESS", Api.record(ITEMS, "TITLE").getString("status"));
        JsonPath failed = Api.as("viewer")
                .get("/api/records?route=" + ITEMS + "&status=FAILED")
                .as(Reply.class);
        List<String> keys = failed.getList("items.key");
        assertTrue(keys.stream().anyMatch(key -> key.startsWith("N\\u0000UL #")), keys.toString());
    }

    @Test
    void anAnswerThatIsNoJsonFailsTheRunInWordsThatCanBeStored() {
        new Partner(ITEMS).fill(1).answers((call, said) -> Body.json("\0<html>\0" + said));
        failure(ITEMS, "no JSON", "\\u0000<html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"key\":1}]", "{\"items\":[{\"key\":1}]}"})
    void aListThatIsNotThereIsNamedWithTheParameterToCorrect(String said) {
        new Partner(ITEMS)
                .fill(1)
                .answers((call, right) -> Body.json(call.kind().equals("records") ? said : right));
        failure(ITEMS, "no list 'records', which the parameter 'records' of its http-read names", "\"key\":1");
    }

    @Test
    void anAnswerThatIsPackedAndCutOffIsAskedForAgain() {
        Partner partner = new Partner(ITEMS).fill(3);
        AtomicInteger cut = new AtomicInteger(1);
        partner.answers((call, said) -> {
            if (!call.kind().equals("records") || cut.getAndDecrement() <= 0) {
                return Body.json(said);
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(json(said));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Body(200, "application/json", Arrays.copyOf(packed.toByteArray(), packed.size() / 2), "gzip");
        });
        assertEquals(3, success(ITEMS, "range=all").getInt("counts.created"));
        assertEquals(2, partner.calls("records").size());
    }

    @Test
    void whatIsNoAnswerIsToldAsSuch() {
        Partner partner = new Partner(ITEMS).answers((call, said) -> new Body(204, null, new byte[0]));
        failure(ITEMS, "no JSON", "It sent: nothing");
        partner.answers((call, said) -> new Body(302, null, new byte[0]));
        failure(ITEMS, "answered 302", "syncline.systems.partner.url");
    }

    /** Its look-up answers a page of what it has, whatever it is asked for. */
    @Test
    void whatASourceDoesNotTellOfStaysAtTheTargetAndANoticeSaysSo() {
        Partner partner = new Partner(GONE).fill(6);
        success(GONE, "range=all");
        partner.remove("K-6");
        partner.answers((call, said) -> Body.json(
                call.kind().equals("lookup")
                        ? "{\"records\":[{\"key\":\"K-1\",\"data\":{}},{\"key\":\"K-2\",\"data\":{}}]}"
                        : said));
        assertEquals(0, success(GONE, "range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(6, partner.taken().size());
        List<String> open = notices();
        assertEquals(1, open.size());
        assertTrue(open.get(0).contains("of 4 records, K-3 for one"), open.toString());
        partner.answers((call, said) -> Body.json(said));
        assertEquals(1, success(GONE, "range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(List.of(), notices());
    }

    private static List<String> notices() {
        return Database.hub()
                .column(
                        String.class,
                        "select text from sync_notice where kind = 'GONE_UNKNOWN' and route = ? and resolved_at is null",
                        GONE);
    }

    // Targets.

    @Test
    void aRecordThatTheTargetBreaksOnCostsThatOneInEachRun() {
        Partner partner = new Partner(ITEMS).fill(6).limits(2, 10);
        partner.answers((call, said) ->
                call.kind().equals("batch") && call.body().toString().contains("K-3")
                        ? new Body(500, null, new byte[0])
                        : Body.json(said));
        for (int run = 0; run < 3; run++) {
            JsonPath ended = Api.run(ITEMS, "range=all");
            assertEquals("PARTIAL", ended.getString("status"), ended.prettify());
            assertEquals(6, ended.getInt("counts.read"));
            assertEquals(1, ended.getInt("counts.failed"));
        }
        partner.put("K-1", "{\"no\":\"K-1\",\"name\":\"Changed\"}");
        partner.answers(
                (call, said) -> call.kind().equals("batch") ? new Body(500, null, new byte[0]) : Body.json(said));
        failure(ITEMS, "answered 500");
    }

    @Test
    void aKeyThatTheTargetEchoesInAnotherWayIsRecognised() {
        Partner partner = new Partner(ITEMS).fill(5).put(" pad ", "{\"no\":\"p\"}");
        partner.answers((call, said) -> Body.json(
                call.kind().equals("batch")
                        ? said.replace("\"key\":\"K-1\"", "\"key\":\"k-1\"").replace("\" pad \"", "\"pad\"")
                        : said));
        assertEquals(6, success(ITEMS, "range=all").getInt("counts.created"));
    }

    @Test
    void aKeyThatIsNoneOfThoseSentIsNamed() {
        new Partner(ITEMS)
                .fill(2)
                .answers((call, said) ->
                        Body.json(call.kind().equals("batch") ? said.replace("\"K-2\"", "\"0002\"") : said));
        JsonPath run = Api.run(ITEMS, "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertTrue(Api.record(ITEMS, "K-2").getString("reason").contains("'0002'"));
    }

    @Test
    void keysThatDifferInCaseAloneAreNotMistakenForEachOther() {
        Partner partner = new Partner(ITEMS)
                .put("a-1", "{\"no\":\"1\"}")
                .put("A-1", "{\"no\":\"2\"}")
                .refuses("A-1"::equals);
        JsonPath run = Api.run(ITEMS, "range=all");
        assertEquals(1, run.getInt("counts.created"), run.prettify());
        assertEquals(1, partner.taken().size());
        assertEquals("FAILED", Api.record(ITEMS, "A-1").getString("status"));
    }

    @Test
    void aBatchThatIsAnsweredWhenItIsSentAgainIsAnswered() {
        Partner partner = new Partner(ITEMS).fill(8);
        int[] failures = {2};
        partner.answers((call, said) ->
                call.kind().equals("batch") && failures[0]-- > 0 ? new Body(500, null, new byte[0]) : Body.json(said));
        assertEquals(8, success(ITEMS, "range=all").getInt("counts.read"));
        assertEquals(3, partner.calls("batch").size());
    }

    @Test
    void aTargetThatCanOnlyCreateIsAskedUntilItIsKnownWhatItHas() {
        String route = "partner-items-to-creator";
        Partner partner = new Partner(route).fill(40).limits(1_000, 3);
        boolean[] isLost = {true};
        partner.answers((call, said) -> {
            if (call.kind().equals("batch") && isLost[0]) {
                isLost[0] = false;
                return new Body(503, null, new byte[0]);
            }
            return Body.json(said);
        });
        success(route, "range=all");
        assertEquals(40, partner.created(), "each once, though the answer of the first call was lost");
    }

    private static JsonPath success(String route, String query) {
        JsonPath run = Api.run(route, query);
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    private static void failure(String route, String... words) {
        JsonPath run = Api.run(route, "range=all");
        assertEquals("FAILED", run.getString("status"), run.prettify());
        for (String word : words) {
            assertTrue(run.getString("reason").contains(word), run.getString("reason"));
        }
    }
}
