package dev.syncline.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.message.channel.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseBookTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration AFTER = Duration.ofMinutes(5);
    private static final CauseId LATE = CauseId.of(Kinds.ROUTE_LATE, "a-to-b");
    private static final CauseId FAILED = CauseId.of(Kinds.RUN_FAILED, "a-to-b");

    private final Map<CauseId, KnownCause> known = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    /** A letter a minute: is there (x), is not there (.), cannot be told (?). */
    @ParameterizedTest
    @CsvSource({
        "'xxxxxx......', 'began 5, over 11'",
        "'xxxxx.......', ''",
        "'xxxx.xxxxxxx', 'began 10'",
        "'xxxxxx....x.....', 'began 5'",
        "'xxxxxx....x......', 'began 5, over 16'",
        "'xxxxxx??????....', 'began 5'",
        "'xxxxxx??????......', 'began 5, over 17'",
        "'x????x', 'began 5'",
        "'??????', ''",
        "'............', ''",
        "'xxxxxx......xxxxxx......', 'began 5, over 11, began 17, over 23'"
    })
    void aStateIsToldWhenItHasLastedAndOverWhenItHasBeenGone(String minutes, String expected) {
        play(LATE, minutes);
        assertEquals(expected, String.join(", ", told));
    }

    @ParameterizedTest
    @CsvSource({"x, began 0", "x......, 'began 0, over 6'", "'x.x.x.x', began 0"})
    void aFailedRunIsToldAtOnceAndAFurtherOneIsTheSameCause(String minutes, String expected) {
        play(FAILED, minutes);
        assertEquals(expected, String.join(", ", told));
    }

    /** Whatever comes and goes: beginnings and ends alternate, and nothing is told that did not last. */
    @Property(tries = 300)
    void beginningsAndEndsAlternate(@ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> states) {
        known.clear();
        told.clear();
        StringBuilder minutes = new StringBuilder();
        states.forEach(state -> minutes.append("x.?".charAt(state)));
        play(LATE, minutes.toString());
        boolean isOpen = false;
        for (String event : told) {
            int at = Integer.parseInt(event.replaceAll("\\D", ""));
            assertEquals(isOpen ? "over" : "began", event.replaceAll("[^a-z]", ""), minutes + ": " + told);
            assertEquals(isOpen ? '.' : 'x', minutes.charAt(at), minutes + ": " + told);
            String before = minutes.substring(Math.max(0, at - 5), at);
            assertFalse(before.indexOf(isOpen ? 'x' : '.') >= 0, minutes + ": " + told);
            isOpen = !isOpen;
        }
        assertTrue(known.size() <= 1);
    }

    @Test
    void whatIsNotLookedAtCompletelyIsNotOver() {
        CauseId id = new CauseId(Kinds.RECORDS_FAILED, "a-to-b", "no e-mail address");
        Instant now = START.plus(AFTER);
        CauseBook book =
                new CauseBook(now, Duration.ZERO, List.of(new KnownCause(id, "title", "/", START, START, null)));
        book.compare(List.of(), new Situation(List.of(), Set.of(), Set.of(Kinds.RECORDS_FAILED), Map.of()));
        assertEquals(List.of(), book.over());
        assertEquals(List.of(), book.removed());
        book.compare(List.of(), new Situation(List.of(), Set.of(), Set.of(), Map.of()));
        assertEquals(1, book.over().size());
    }

    private void play(CauseId id, String minutes) {
        for (int minute = 0; minute < minutes.length(); minute++) {
            char state = minutes.charAt(minute);
            CauseBook book = new CauseBook(START.plus(Duration.ofMinutes(minute)), AFTER, List.copyOf(known.values()));
            book.compare(
                    state == 'x' ? List.of(new Cause(id, "title", "text", "/")) : List.of(),
                    new Situation(List.of(), state == '?' ? Set.of(id) : Set.of(), Set.of(), Map.of()));
            book.changed().forEach(cause -> known.put(cause.id(), cause));
            book.removed().forEach(known::remove);
            for (Cause begun : book.begun()) {
                told.add("began " + minute);
            }
            for (KnownCause over : book.over()) {
                told.add("over " + minute);
            }
        }
    }
}
