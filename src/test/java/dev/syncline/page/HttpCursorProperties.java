package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.json.Escaped;
import dev.syncline.page.HttpCursor.Part;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HttpCursorProperties {
    @Property
    void isStoredAndReadAgain(
            @ForAll String next,
            @ForAll @IntRange(min = 0) int records,
            @ForAll long page,
            @ForAll @IntRange(min = 0) int taken) {
        HttpCursor cursor = HttpCursor.FIRST.behind("before", page, 3, 25).behind(next, page + 1, records, 25);
        assertTrue(Escaped.isStorable(cursor.toString()));
        if (Escaped.isStorable(next.replace("\0", ""))) {
            assertEquals(cursor, HttpCursor.parse(cursor.toString()));
        }
        HttpCursor part = cursor.within(new Part(taken, page, 1), taken, 7);
        assertEquals(part.part(), HttpCursor.parse(part.toString()).part());
    }

    @Property
    void aCircleIsSeen(
            @ForAll @IntRange(min = 0, max = 200) int before, @ForAll @IntRange(min = 1, max = 200) int round) {
        HttpCursor cursor = HttpCursor.FIRST;
        for (int n = 0; n <= 4 * (before + round) + 4; n++) {
            String next = Integer.toString(n < before ? n : before + (n - before) % round);
            if (cursor.isCircle(1_000_000 + n, next)) {
                assertTrue(n >= round, "no circle yet");
                return;
            }
            cursor = HttpCursor.parse(cursor.behind(next, 1_000_000 + n, 1, -1).toString());
        }
        throw new AssertionError("It would go on for ever");
    }

    @Example
    void pagesThatRepeatAreSeenWhateverTheirCursors() {
        HttpCursor cursor = HttpCursor.FIRST.behind("1", 17, 5, -1);
        assertTrue(cursor.isCircle(17, "2"));
    }

    @Example
    void aCursorOfAVersionBeforeGoesOn() {
        HttpCursor cursor = HttpCursor.parse("abc def");
        assertEquals("abc def", cursor.next());
        assertTrue(cursor.plus(5) < 0, "how many were read before is not known");
        assertNull(HttpCursor.parse(null).next());
    }
}
