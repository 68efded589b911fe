package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.run.phase.Reach;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.value.Micros;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger's routes overlap by five minutes, {@code versions} by three versions. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class WatermarkTest {
    private static final Instant MARK = Instant.parse("2026-01-10T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "all"})
    void isTheSourcesTimeWhenARunOverEverythingBegan(String range) {
        Book book = new Book("instants").put("old", MARK).put("coming", Instant.parse("2199-01-01T00:00:00Z"));
        Instant before = book.now();
        JsonPath run = book.run("range=" + range);
        Instant after = book.now();
        Instant mark = Micros.instant(book.watermark());
        assertFalse(mark.isBefore(before) || mark.isAfter(after), mark + " is not between " + before + " and " + after);
        assertEquals(mark, Instant.parse(Api.route(book.route()).getString("watermark")));
        assertEquals(2, run.getInt("counts.created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instants", "locals"})
    void changesReadsFromTheWatermarkLessTheOverlap(String changedAt) {
        Book book = marked(changedAt)
                .put("0 before the overlap", MARK.minus(OVERLAP).minus(TICK))
                .put("1 overlap", MARK.minus(OVERLAP))
                .put("2 mark", MARK)
                .put("3 new", MARK.plus(Duration.ofDays(1)))
                .put("4 unknown", null);
        assertEquals(4, book.run("range=changes").getInt("counts.read"));
        assertEquals(new TreeSet<>(Set.of("1 overlap", "2 mark", "3 new", "4 unknown")), book.delivered());
    }

    @Test
    void changesReadsTheWholeDayOfADate() {
        Book book = marked("dates")
                .put("0 day before", MARK.minus(Duration.ofDays(1)))
                .put("1 same day", Instant.parse("2026-01-10T00:30:00Z"))
                .put("2 day after", MARK.plus(Duration.ofDays(1)));
        book.run("range=changes");
        assertEquals(new TreeSet<>(Set.of("1 same day", "2 day after")), book.delivered());
    }

    /** 02:20 comes twice on that day; the second time, after the watermark, reads as before it. */
    @Test
    void changesLosesNoLocalTimeOfTheRepeatedHour() {
        Book book = new Book("locals");
        book.run("range=changes");
        book.watermark(Micros.of(Instant.parse("2026-10-25T00:55:00Z")), "TIME");
        book.put("a", Instant.parse("2026-10-25T01:20:00Z"));
        book.run("range=changes");
        assertEquals(Set.of("a"), book.delivered());
    }

    @Test
    void aRowCommittedLateWithAnOlderTimeIsDeliveredAndTheOthersAreNotAgain() {
        Book book = new Book("instants").put("a", Instant.now());
        book.run("range=changes");
        Instant mark = Micros.instant(book.watermark());
        int sent = book.sent();
        book.put("late", mark.minus(OVERLAP).plusSeconds(1))
                .put("too late", mark.minus(OVERLAP).minusSeconds(1));
        JsonPath run = book.run("range=changes");
        assertEquals(1, run.getInt("counts.created"));
        assertEquals(1, run.getInt("counts.unchanged"));
        assertEquals(sent + 1, book.sent());
        assertEquals(Set.of("a", "late"), book.delivered());
    }

    @Test
    void changesThatFindNothingDeliverNothingAndMoveTheWatermark() {
        Book book = new Book("instants").put("old", MARK).put("unknown", null);
        book.run("range=changes");
        long mark = book.watermark();
        int sent = book.sent();
        JsonPath run = book.run("range=changes");
        assertEquals(1, run.getInt("counts.read"));
        assertEquals(1, run.getInt("counts.unchanged"));
        assertEquals(sent, book.sent());
        assertTrue(book.watermark() > mark);
    }

    @ParameterizedTest
    @CsvSource({
        // before it, up to it, around it, from it, after it
        "from=2026-01-01T00:00:00Z&to=2026-01-05T00:00:00Z, 2026-01-10T12:00:00Z",
        "from=2026-01-01T00:00:00Z&to=2026-01-10T12:00:00Z, 2026-01-10T12:00:00Z",
        "from=2026-01-01T00:00:00Z&to=2026-01-12T00:00:00Z, 2026-01-12T00:00:00Z",
        "from=2026-01-10T12:00:00Z&to=2026-01-12T00:00:00Z, 2026-01-12T00:00:00Z",
        "from=2026-01-10T12:00:00.000001Z&to=2026-01-12T00:00:00Z, 2026-01-10T12:00:00Z",
        "from=2026-01-11T00:00:00Z, 2026-01-10T12:00:00Z",
        "to=2026-01-05T00:00:00Z, 2026-01-10T12:00:00Z",
        "to=2026-01-12T00:00:00Z, 2026-01-12T00:00:00Z",
    })
    void anotherRangeMovesItForwardOnlyWithoutAGapAndNeverBack(String bounds, Instant expected) {
        Book book = marked("instants").put("a", Instant.parse("2026-01-11T00:00:00Z"));
        book.run(bounds);
        assertEquals(expected, Micros.instant(book.watermark()));
    }

    @Test
    void aRangeThatReachesTheWatermarkMovesItToNowAndNotToABoundToCome() {
        Book book = marked("instants");
        Instant before = book.now();
        book.run("from=2026-01-01&to=2199-01-01");
        Instant mark = Micros.instant(book.watermark());
        assertFalse(mark.isBefore(before) || mark.isAfter(book.now()), mark.toString());
    }

    @Test
    void changesStillReadsWhatANarrowRangeBeforeItDidNot() {
        Book book = new Book("instants").put("old", MARK).put("new", Instant.now());
        book.run("range=today");
        assertEquals(Set.of("new"), book.delivered());
        assertNull(book.watermark());
        JsonPath run = book.run("range=changes");
        assertEquals(1, run.getInt("counts.created"));
        assertEquals(1, run.getInt("counts.unchanged"));
        assertEquals(Set.of("new", "old"), book.delivered());
    }

    @Test
    void changesAfterARunOverAnEarlierRangeLoseNothing() {
        Book book = marked("instants")
                .put("earlier", MARK.minus(Duration.ofDays(5)))
                .put("later", MARK.plus(Duration.ofDays(5)));
        book.run("from=2026-01-01&to=2026-01-08");
        assertEquals(Set.of("earlier"), book.delivered());
        book.run("range=changes");
        assertEquals(Set.of("earlier", "later"), book.delivered());
    }

    @Test
    void aFailedRunLeavesItWhereItWas() {
        Book book = marked("instants").put("a", MARK.plus(Duration.ofDays(1)));
        given().body("{\"system\":\"relay\",\"entity\":\"" + book.route()
                        + "\",\"kind\":\"status\",\"status\":401,\"times\":9}")
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
        assertEquals("FAILED", Api.run(book.route(), "range=changes").getString("status"));
        assertEquals(MARK, Micros.instant(book.watermark()));
        given().delete("/sandbox/faults");
        book.run("range=changes");
        assertEquals(Set.of("a"), book.delivered());
    }

    @Test
    void aDryRunAndARunOfNamedKeysLeaveItWhereItWas() {
        Book book = marked("instants").put("a", MARK.plus(Duration.ofDays(1))).put("b", MARK.plus(Duration.ofDays(1)));
        assertEquals(2, book.run("range=changes&dryRun=true").getInt("counts.created"));
        assertEquals(Set.of(), book.delivered());
        book.run("range=all&keys=" + book.key("a"));
        assertEquals(Set.of("a"), book.delivered());
        assertEquals(MARK, Micros.instant(book.watermark()));
    }

    @Test
    void aRouteThatReadsWholeHasNone() {
        Book book = new Book("whole").put("a", MARK);
        book.run("range=changes");
        book.run("range=all");
        assertNull(book.watermark());
    }

    @Test
    void ofRowVersionsIsTheHighestOne() {
        Book book =
                new Book("versions").put("a", MARK, 40L).put("b", MARK, 100L).put("c", MARK, null);
        book.run("range=changes");
        assertEquals(100, book.watermark());
        assertNull(Api.route(book.route()).getString("watermark"));
        book.remove("b");
        book.run("range=all");
        assertEquals(100, book.watermark());
    }

    @Test
    void changesOfRowVersionsOverlapByANumberOfThem() {
        Book book = new Book("versions").put("b", MARK, 100L);
        book.run("range=changes");
        int sent = book.sent();
        book.put("before the overlap", MARK, 96L).put("overlap", MARK, 97L).put("next", MARK, 101L);
        JsonPath run = book.run("range=changes");
        assertEquals(2, run.getInt("counts.created"));
        assertEquals(1, run.getInt("counts.unchanged"));
        assertEquals(Set.of("b", "next", "overlap"), book.delivered());
        assertEquals(sent + 2, book.sent());
        assertEquals(101, book.watermark());
    }

    /** A higher version in a range by time says nothing of the versions between. */
    @Test
    void ofRowVersionsIsNotMovedByARangeByTime() {
        Book book = new Book("versions").put("a", MARK, 100L);
        book.run("range=changes");
        book.put("out of the range", MARK, 150L).put("in the range", Instant.now(), 200L);
        book.run("range=last-week");
        assertEquals(Set.of("a", "in the range"), book.delivered());
        assertEquals(100, book.watermark());
        book.run("range=changes");
        assertEquals(Set.of("a", "in the range", "out of the range"), book.delivered());
        assertEquals(200, book.watermark());
    }

    @Test
    void aRowVersionFarAheadHidesNoneThatComesAfter() {
        Book book = new Book("versions").put("a", MARK, 1L).put("b", MARK, 2L).put("far", MARK, 999_999_999_999L);
        book.run("range=changes");
        assertEquals(Set.of("a", "b", "far"), book.delivered());
        assertEquals(2, book.watermark());
        assertEquals(1, farAhead(book));
        book.put("c", MARK, 3L);
        book.run("range=changes");
        assertEquals(Set.of("a", "b", "c", "far"), book.delivered());
        assertEquals(3, book.watermark());
        book.put("far", MARK, 4L);
        book.run("range=changes");
        assertEquals(4, book.watermark());
        assertEquals(0, farAhead(book));
    }

    @Test
    void aRowVersionFarAheadThatIsTheFirstHidesNoneEither() {
        Book book = new Book("versions").put("far", MARK, 999_999_999_999L);
        book.run("range=changes");
        book.put("a", MARK, 1L);
        book.run("range=changes");
        assertEquals(Set.of("a", "far"), book.delivered());
        assertEquals(1, book.watermark());
    }

    /** As it is where an earlier version of the program moved it, or the source counts anew. */
    @Test
    void aWatermarkWhoseRowIsGoneGoesBackToWhereTheManyAre() {
        Book book = new Book("versions").put("a", MARK, 1L).put("b", MARK, 2L);
        book.run("range=changes");
        book.watermark(999_999_999_999L, "NUMBER");
        book.put("c", MARK, 3L);
        book.run("range=changes");
        await().until(() -> book.delivered().equals(Set.of("a", "b", "c")));
        await().until(() -> Objects.equals(book.watermark(), 3L));
        assertEquals(1, open("WATERMARK_LOST", book));
    }

    @Test
    void aRunOverAllBringsAWatermarkBackThatIsFarAhead() {
        Book book = new Book("versions").put("a", MARK, 1L).put("far", MARK, 999_999_999_999L);
        book.run("range=changes");
        book.watermark(999_999_999_999L, "NUMBER");
        book.run("range=all");
        assertEquals(1, book.watermark());
    }

    @Test
    void manyRowsFarAheadAreNoMistake() {
        Book book = new Book("versions").put("a", MARK, 1L);
        book.run("range=changes");
        for (int i = 0; i <= Reach.FEW; i++) {
            book.put("far " + i, MARK, 5_000_000L + i);
        }
        book.run("range=changes");
        assertEquals(5_000_000L + Reach.FEW, book.watermark());
        assertEquals(0, farAhead(book));
        assertEquals(4, book.run("range=changes").getInt("counts.read"), "the overlap");
    }

    private static long farAhead(Book book) {
        return open("FAR_AHEAD", book);
    }

    private static long open(String kind, Book book) {
        return Database.hub()
                .value(
                        Long.class,
                        "select count(*) from sync_notice where kind = ? and route = ? and resolved_at is null",
                        kind,
                        book.route());
    }

    /** A route that is complete up to the mark. */
    private static Book marked(String name) {
        Book book = new Book(name);
        book.run("range=changes");
        book.watermark(Micros.of(MARK), "TIME");
        return book;
    }
}
