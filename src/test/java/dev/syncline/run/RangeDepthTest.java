package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Ledger;
import dev.syncline.work.WorkStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class RangeDepthTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

    @Inject
    RunOrders orders;

    @Inject
    RunQueries runs;

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-03-29T10:00:00Z, 2026-03-28T23:00:00Z",
        "LAST_WEEK, 2026-04-01T10:00:00Z, 2026-03-24T23:00:00Z",
        "LAST_WEEK, 2026-04-05T10:00:00Z, 2026-03-28T23:00:00Z",
        "LAST_MONTH, 2026-03-31T10:00:00Z, 2026-02-27T23:00:00Z",
        "LAST_MONTH, 2026-04-29T10:00:00Z, 2026-03-28T23:00:00Z",
        "LAST_YEAR, 2026-03-30T10:00:00Z, 2025-03-29T23:00:00Z",
        "TODAY, 2026-10-25T10:00:00Z, 2026-10-24T22:00:00Z",
        "LAST_WEEK, 2026-10-28T10:00:00Z, 2026-10-20T22:00:00Z",
        "LAST_WEEK, 2026-11-01T10:00:00Z, 2026-10-24T22:00:00Z",
        "LAST_MONTH, 2026-11-25T10:00:00Z, 2026-10-24T22:00:00Z",
        "LAST_YEAR, 2026-10-26T10:00:00Z, 2025-10-25T22:00:00Z",
    })
    void namedRangesTakeTheRowsFromMidnightUntilNow(Range range, Instant now, Instant from) {
        for (String changedAt : new String[] {"instants", "locals", "versions", "dates"}) {
            Book book = withRowsAround(changedAt, from, now);
            Run run = run(book, range, range.window(Clock.fixed(now, ZoneOffset.UTC), BERLIN));
            // A date says of no moment of its day that it is not in the range.
            Set<String> expected = changedAt.equals("dates")
                    ? Set.of("1 first", "2 second", "3 last", "4 end", "5 after")
                    : Set.of("1 first", "2 second", "3 last");
            assertEquals(new TreeSet<>(expected), book.delivered(), changedAt);
            assertEquals(expected.size(), run.read, changedAt);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-30, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-10-25, 2026-10-26, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-03-29T00:00:00%2B01:00, 2026-03-30T00:00:00%2B02:00, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-10-25T00:00:00Z, 2026-10-25T03:00:00.5Z, 2026-10-25T00:00:00Z, 2026-10-25T03:00:00.5Z",
    })
    void givenBoundsTakeTheFirstAndLeaveTheLast(String from, String to, Instant first, Instant end) {
        Book book = withRowsAround("instants", first, end);
        JsonPath run = book.run("from=" + from + "&to=" + to);
        assertEquals(new TreeSet<>(Set.of("1 first", "2 second", "3 last")), book.delivered());
        assertEquals(first.toString(), run.getString("range.from"));
        assertEquals(end.toString(), run.getString("range.to"));
    }

    @Test
    void aDateBoundTakesItsWholeDayInTheZone() {
        Book book =
                withRowsAround("dates", Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
        book.run("from=2026-03-29&to=2026-03-30");
        assertEquals(new TreeSet<>(Set.of("1 first", "2 second", "3 last")), book.delivered());
    }

    @Test
    void aBoundInTheRepeatedHourLosesNoRowOfALocalTime() {
        Book book = new Book("locals");
        book.put("0 before", Instant.parse("2026-10-24T23:59:59.999999Z"))
                .put("1 first reading", Instant.parse("2026-10-25T00:10:00Z"))
                .put("2 second reading", Instant.parse("2026-10-25T01:10:00Z"))
                .put("3 end of the second", Instant.parse("2026-10-25T01:59:59.999999Z"))
                .put("4 after", Instant.parse("2026-10-25T02:00:00Z"));
        book.run("from=2026-10-25T00:30:00Z&to=2026-10-25T01:30:00Z");
        assertEquals(
                new TreeSet<>(Set.of("1 first reading", "2 second reading", "3 end of the second")), book.delivered());
        Book exact = new Book("instants");
        exact.put("0 before", Instant.parse("2026-10-25T00:29:59.999999Z"))
                .put("1 first", Instant.parse("2026-10-25T00:30:00Z"))
                .put("2 last", Instant.parse("2026-10-25T01:29:59.999999Z"))
                .put("3 end", Instant.parse("2026-10-25T01:30:00Z"));
        exact.run("from=2026-10-25T00:30:00Z&to=2026-10-25T01:30:00Z");
        assertEquals(new TreeSet<>(Set.of("1 first", "2 last")), exact.delivered());
    }

    @Test
    void oneBoundIsEnough() {
        Instant bound = Instant.parse("2026-05-05T00:00:00Z");
        Book book = new Book("instants")
                .put("before", bound.minusNanos(1_000))
                .put("at", bound)
                .put("null", null);
        book.run("to=" + bound);
        assertEquals(Set.of("before"), book.delivered());
        book.run("from=" + bound);
        assertEquals(Set.of("at", "before"), book.delivered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "last-week", "last-month", "last-year"})
    void theApiCountsNamedRangesBackFromNow(String name) {
        Instant from = Range.of(name).window(Clock.systemUTC(), BERLIN).from();
        Book book = new Book("instants")
                .put("in", from)
                .put("out", from.minusNanos(1_000))
                .put("unknown", null);
        JsonPath run = book.run("range=" + name);
        assumeTrue(from.toString().equals(run.getString("range.from")), "midnight has not passed meanwhile");
        assertEquals(name, run.getString("range.name"));
        assertEquals(Set.of("in"), book.delivered());
        assertFalse(Instant.parse(run.getString("range.to")).isAfter(Instant.parse(run.getString("createdAt"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instants", "locals", "dates", "versions", "bare-versions"})
    void allTakesEveryRowAndChangesDoesAtFirst(String changedAt) {
        for (String range : new String[] {"all", "changes"}) {
            Book book = new Book(changedAt)
                    .put("old", LONG_AGO, 1L)
                    .put("unknown", null)
                    .put("coming", Instant.parse("2199-01-01T00:00:00Z"), 2L);
            JsonPath run = book.run("range=" + range);
            assertEquals(Set.of("coming", "old", "unknown"), book.delivered());
            assertEquals(3, run.getInt("counts.created"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"range=today", "range=last-week", "from=2026-01-01&to=2026-01-02", "range=changes", "range=all"})
    void aRouteThatIsNotWindowedReadsWhole(String query) {
        Book book = new Book("whole").put("old", LONG_AGO).put("unknown", null).put("new", Instant.now());
        assertEquals(3, book.run(query).getInt("counts.created"));
        assertEquals(Set.of("new", "old", "unknown"), book.delivered());
        book.rename("old", "renamed");
        JsonPath again = book.run(query);
        assertEquals(1, again.getInt("counts.updated"));
        assertEquals(2, again.getInt("counts.unchanged"));
    }

    @Test
    void aRowVersionAloneSaysWhatANamedRangeNeeds() {
        Book book = new Book("bare-versions").put("a", Instant.now(), 1L);
        JsonPath run = Api.run(book.route(), "range=last-week");
        assertEquals("FAILED", run.getString("status"));
        assertTrue(run.getString("reason").contains("rangeBy"), run.prettify());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0001-01-01&to=9999-12-31", "from=0001-01-01", "to=9999-12-31"})
    void boundsMayBeAsFarAwayAsACalendarGoes(String bounds) {
        Book book = new Book("instants").put("a", LONG_AGO).put("b", Instant.parse("9999-12-30T00:00:00Z"));
        book.run("range=changes");
        book.put("c", Instant.now());
        book.remove("a");
        JsonPath run = book.run(bounds + "&depth=deep");
        assertEquals(1, run.getInt("counts.deleted"));
        assertEquals(Set.of("b", "c"), book.delivered());
        assertTrue(book.watermark() < 4_000_000_000_000_000L, "the watermark stays in our time");
    }

    @Test
    void onlyDeepFindsChangedChildren() {
        Book book = new Book("instants").put("a", LONG_AGO).put("b", LONG_AGO).put("c", LONG_AGO);
        book.line("b", "nails");
        assertEquals(3, book.run("range=all&depth=deep").getInt("counts.created"));
        book.line("b", "screws");

        JsonPath shallow = book.run("range=all&depth=shallow");
        assertEquals(3, shallow.getInt("counts.unchanged"));
        assertEquals("nails", book.held("b").getString("lines[0].item"));

        JsonPath deep = book.run("range=all&depth=deep");
        assertEquals(1, deep.getInt("counts.updated"));
        assertEquals(2, deep.getInt("counts.unchanged"));
        assertEquals("screws", book.held("b").getString("lines[0].item"));
    }

    @Test
    void aSecondDeepRunDeliversNothing() {
        Book book = new Book("instants").put("a", LONG_AGO).put("b", null).put("c", Instant.now());
        book.line("b", "nails");
        book.run("range=all&depth=deep");
        int sent = book.sent();
        JsonPath again = book.run("range=all&depth=deep");
        assertEquals(3, again.getInt("counts.read"));
        assertEquals(3, again.getInt("counts.unchanged"));
        assertEquals(sent, book.sent());
    }

    @Test
    void aShallowRunBetweenLeavesTheChildrenKnown() {
        Book book = new Book("instants").put("a", LONG_AGO);
        book.line("a", "nails");
        book.run("range=all&depth=deep");
        book.rename("a", "renamed");
        assertEquals(1, book.run("range=all").getInt("counts.updated"));
        assertEquals("nails", book.held("a").getString("lines[0].item"));
        assertEquals("renamed", book.held("a").getString("name"));
        int sent = book.sent();
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.unchanged"));
        assertEquals(sent, book.sent());
    }

    @Test
    void deepLooksIntoItsRangeOnly() {
        Book book = new Book("instants").put("in", Instant.now()).put("out", LONG_AGO);
        book.run("range=all&depth=deep");
        book.line("in", "nails");
        book.line("out", "nails");
        JsonPath deep = book.run("range=last-week&depth=deep");
        assertEquals(1, deep.getInt("counts.read"));
        assertEquals(1, deep.getInt("counts.updated"));
        assertEquals(0, book.held("out").getList("lines").size());
    }

    @Test
    void deepHasVanishedRecordsDeleted() {
        Book book = new Book("instants");
        for (int n = 0; n < 9; n++) {
            book.put("n" + n, n % 2 == 0 ? LONG_AGO : null);
        }
        book.run("range=all&depth=deep");
        for (int n : new int[] {0, 3, 4, 8}) {
            book.remove("n" + n);
        }
        assertEquals(0, book.run("range=all&depth=shallow").getInt("counts.deleted"));
        assertEquals(9, book.delivered().size());

        JsonPath deep = book.run("range=all&depth=deep");
        assertEquals(4, deep.getInt("counts.deleted"));
        assertEquals(5, deep.getInt("counts.read"));
        assertEquals(new TreeSet<>(Set.of("n1", "n2", "n5", "n6", "n7")), book.delivered());

        int sent = book.sent();
        assertEquals(0, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(sent, book.sent());
    }

    @Test
    void aDeletedRecordThatReturnsIsDeliveredAgain() {
        Book book = new Book("instants").put("a", LONG_AGO).put("b", LONG_AGO);
        book.run("range=all&depth=deep");
        book.remove("a");
        book.run("range=all&depth=deep");
        book.put("a", LONG_AGO);
        JsonPath back = book.run("range=all&depth=deep");
        assertEquals(1, back.getInt("counts.created") + back.getInt("counts.updated"), back.prettify());
        assertEquals(Set.of("a", "b"), book.delivered());
        book.remove("a");
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(Set.of("b"), book.delivered());
    }

    @Test
    void deepHasVanishedRecordsDeactivated() {
        Book book = new Book("deactivated").put("a", LONG_AGO).put("b", LONG_AGO);
        book.run("range=all&depth=deep");
        book.remove("a");
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals("false", book.held("a").getString("active"));
        assertNotEquals("false", book.held("b").getString("active"));
        book.put("a", LONG_AGO);
        book.run("range=all&depth=deep");
        assertNotEquals("false", book.held("a").getString("active"));
    }

    @Test
    void deepLeavesVanishedRecordsAloneWhereThePolicyIsToIgnoreThem() {
        Book book = new Book("kept").put("a", LONG_AGO).put("b", LONG_AGO);
        book.run("range=all&depth=deep");
        book.remove("a");
        int sent = book.sent();
        assertEquals(0, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(sent, book.sent());
        assertEquals(Set.of("a", "b"), book.delivered());
    }

    @Test
    void aNewRecordDoesNotHideAVanishedOne() {
        Book book = new Book("instants").put("a", LONG_AGO).put("b", LONG_AGO);
        book.run("range=all&depth=deep");
        book.remove("a");
        book.put("c", LONG_AGO);
        JsonPath preview = book.run("range=all&depth=deep&dryRun=true");
        assertEquals(1, preview.getInt("counts.deleted"));
        assertEquals(1, preview.getInt("counts.created"));
        assertEquals(Set.of("a", "b"), book.delivered());
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(Set.of("b", "c"), book.delivered());
    }

    /** The cursor is opened again behind the last row, and a row that has changed meanwhile comes a second time. */
    @Test
    void aRowThatIsReadTwiceDoesNotHideAVanishedOne() {
        Book book = new Book("instants");
        for (int n = 0; n < 12; n++) {
            book.put("n" + n, LONG_AGO.plusSeconds(n));
        }
        book.run("range=all&depth=deep");
        book.remove("n11");
        for (int n = 0; n < 11; n++) {
            book.rename("n" + n, "renamed");
        }
        Api.fault("relay", book.route(), "delay", "delayMillis", 300);
        long run = Api.start(book.route(), "range=all&depth=deep");
        await().until(() -> Api.run(run).getInt("counts.read") > 0);
        book.put("n0", Instant.now());
        Ledger.database()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'Syncline'"
                        + " and pid <> pg_backend_pid() and query like '%" + book.route() + "%'");
        JsonPath ended = Api.ended(run);
        given().delete("/sandbox/faults");
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(12, ended.getInt("counts.read"), "one of eleven was read twice");
        assertEquals(1, ended.getInt("counts.deleted"));
    }

    @Test
    void deepOverARangeFindsTheDeletionsInIt() {
        Instant now = Instant.now();
        Book book = new Book("instants")
                .put("vanished", now.minus(Duration.ofHours(1)))
                .put("moved out of the range", now)
                .put("stays", now);
        book.run("range=all&depth=deep");
        book.remove("vanished");
        book.put("moved out of the range", LONG_AGO);
        JsonPath deep = book.run("range=last-week&depth=deep");
        assertEquals(1, deep.getInt("counts.deleted"));
        assertEquals(Set.of("moved out of the range", "stays"), book.delivered());
    }

    /** The table knows their versions, not their times. */
    @Test
    void deepOverARangeByTimeLeavesVanishedRecordsOfRowVersionsToARunOverAll() {
        Book book = new Book("versions").put("vanished", Instant.now(), 1L).put("stays", Instant.now(), 2L);
        book.run("range=all&depth=deep");
        book.remove("vanished");
        assertEquals(0, book.run("range=last-week&depth=deep").getInt("counts.deleted"));
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.deleted"));
        assertEquals(Set.of("stays"), book.delivered());
    }

    @Test
    void deepOverARangeLeavesVanishedRecordsOutsideItAlone() {
        Book book = new Book("instants").put("long gone", LONG_AGO).put("stays", Instant.now());
        book.run("range=all&depth=deep");
        book.remove("long gone");
        assertEquals(0, book.run("range=last-week&depth=deep").getInt("counts.deleted"));
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.deleted"));
    }

    /** Such a row cannot be asked for; it must neither stop later runs nor pass for deleted. */
    @Test
    void aRowWithoutAKeyStaysOnHoldUntilItHasOne() {
        Book book = new Book("pairs").put("a", LONG_AGO).put("b", LONG_AGO);
        book.rename("a", null);
        JsonPath first = book.run("range=all");
        assertEquals(1, first.getInt("counts.onHold"));
        assertEquals(1, first.getInt("counts.created"));
        for (String query : new String[] {"range=changes", "range=last-week", "range=all", "range=all&depth=deep"}) {
            book.run(query);
            assertEquals(1, Api.route(book.route()).getInt("counts.onHold"), query);
        }
        book.rename("a", "a");
        assertEquals(1, book.run("range=all").getInt("counts.created"));
        assertEquals(0, Api.route(book.route()).getInt("counts.onHold"));
    }

    /** Rows right before, on and after both edges of a window, and one that does not say when it changed. */
    private static Book withRowsAround(String name, Instant from, Instant to) {
        Duration tick = Duration.ofNanos(1_000);
        return new Book(name)
                .put("0 before", from.minus(tick), 0L)
                .put("1 first", from, 1L)
                .put("2 second", from.plus(tick), 2L)
                .put("3 last", to.minus(tick), 3L)
                .put("4 end", to, 4L)
                .put("5 after", to.plus(tick), 5L)
                .put(
                        "6 next day",
                        LocalDate.ofInstant(to, BERLIN)
                                .plusDays(1)
                                .atStartOfDay(BERLIN)
                                .toInstant(),
                        6L)
                .put("7 unknown", null);
    }

    private Run run(Book book, Range range, Window window) {
        RunRequest request =
                new RunRequest(book.route(), Trigger.ON_DEMAND, "test", range, window, Depth.SHALLOW, false, null);
        Run run = runs.follow(orders.place(request, false).id)
                .filter(now -> now.status.isFinal())
                .toUni()
                .await()
                .atMost(Duration.ofMinutes(1));
        assertEquals(WorkStatus.SUCCESS, run.status, run.reason);
        return run;
    }
}
