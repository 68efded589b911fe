package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InquiryProperties {
    /** Asks a system that gives no more than so many records a call, or none at all where it is asked for more. */
    @Property
    void onlyWhatTheSystemDoesNotHaveIsGone(
            @ForAll @IntRange(min = 0, max = 300) int keys,
            @ForAll @IntRange(min = 0, max = 100) int percentThere,
            @ForAll @IntRange(min = 1, max = 400) int most,
            @ForAll boolean givesNothingBeyond,
            @ForAll boolean hasPages,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<String> asked = new ArrayList<>();
        Set<String> there = new LinkedHashSet<>();
        for (int i = 0; i < keys; i++) {
            asked.add("K-" + i);
            if (random.nextInt(100) < percentThere) {
                there.add("K-" + i);
            }
        }
        Inquiry inquiry = new Inquiry(asked);
        Set<String> found = new HashSet<>();
        int calls = 0;
        while (!inquiry.isOver()) {
            calls++;
            assertTrue(calls <= 20 * keys + 20, calls + " calls for " + keys + " keys");
            int from = inquiry.cursor() == null ? 0 : Integer.parseInt(inquiry.cursor());
            List<String> has = inquiry.keys().stream().filter(there::contains).toList();
            if (givesNothingBeyond && inquiry.keys().size() > most) {
                inquiry.answered(List.of(), null, true);
                continue;
            }
            int to = Math.min(has.size(), from + most);
            List<String> given = has.subList(Math.min(from, to), to);
            found.addAll(given);
            inquiry.answered(given, hasPages && to < has.size() ? Integer.toString(to) : null, true);
        }
        assertEquals(there, found);
        Set<String> gone = new HashSet<>(asked);
        gone.removeAll(there);
        assertEquals(gone, inquiry.gone());
    }

    @Example
    void aSystemThatHasAllIsAskedOnce() {
        Inquiry inquiry = new Inquiry(List.of("a", "b", "c"));
        inquiry.answered(List.of("a", "b", "c"), "next", true);
        assertTrue(inquiry.isOver());
    }

    @Example
    void oneThatIsLackingInACallThatAnsweredAllOthersIsAskedForAlone() {
        Inquiry inquiry = new Inquiry(List.of("a", "b", "c"));
        inquiry.answered(List.of("a", "c"), null, true);
        assertEquals(List.of("b"), inquiry.keys());
        inquiry.answered(List.of(), null, true);
        assertTrue(inquiry.isOver());
        assertEquals(Set.of("b"), inquiry.gone());
    }

    @Example
    void aCallThatHasRoomForAllButOneLosesNone() {
        Inquiry inquiry = new Inquiry(List.of("a", "b"));
        inquiry.answered(List.of("a"), null, true);
        inquiry.answered(List.of("b"), null, true);
        assertEquals(Set.of(), inquiry.gone());
    }

    @Example
    void anAnswerThatWasNotReadToItsEndTellsOfNoneThatItIsGone() {
        Inquiry inquiry = new Inquiry(List.of("a", "b"));
        inquiry.answered(List.of("a"), null, false);
        assertEquals(List.of("b"), inquiry.keys());
    }

    @Example
    void aKeyThatIsRefusedStandsAlone() {
        Inquiry inquiry = new Inquiry(List.of("a", "b", "c", "d", "e"));
        while (!inquiry.isOver()) {
            if (inquiry.keys().contains("d")) {
                inquiry.refused("no such form");
            } else {
                inquiry.answered(inquiry.keys(), null, true);
            }
        }
        assertEquals(Set.of("d"), inquiry.unknown().keySet());
        assertEquals(Set.of(), inquiry.gone());
    }

    @Example
    void aCursorThatGoesInACircleIsFollowedOnce() {
        Inquiry inquiry = new Inquiry(List.of("a", "b", "c", "d"));
        inquiry.answered(List.of("a"), "1", true);
        inquiry.answered(List.of("b"), "1", true);
        assertTrue(
                inquiry.cursor() == null && inquiry.keys().size() < 4,
                inquiry.keys().toString());
    }

    /** Whatever the cursors are: the end of the answer, which would tell, never came. */
    @Property
    void aKeyWhoseAnswerDoesNotEndIsNotGone(@ForAll @IntRange(min = 1, max = 1_500) int cursors) {
        Inquiry inquiry = new Inquiry(List.of("a"));
        int calls = 0;
        while (!inquiry.isOver()) {
            inquiry.answered(List.of(), Integer.toString(calls % cursors), true);
            assertTrue(++calls <= 1_001);
        }
        assertEquals(Set.of(), inquiry.gone());
        assertEquals(Set.of("a"), inquiry.unknown().keySet());
        assertTrue(inquiry.unknown().get("a").contains("'next'"));
    }

    @Example
    void oneWhoseAnswerEndsAfterPagesWithoutRecordsIsGone() {
        Inquiry inquiry = new Inquiry(List.of("a"));
        inquiry.answered(List.of(), "1", true);
        inquiry.answered(List.of(), "2", true);
        inquiry.answered(List.of(), null, true);
        assertEquals(Set.of("a"), inquiry.gone());
    }
}
