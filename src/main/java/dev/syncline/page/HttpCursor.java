package dev.syncline.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a read of an HTTP system goes on, and what it has come across: what must survive a restart to tell that the system
 * turns in a circle, or gave less than it has.
 *
 * @param next the system's own cursor; null for its first page
 * @param pages how many were read
 * @param empty how many of them, one after the other, had no records
 * @param read how many records were read; less than 0 where that is not known
 * @param total how many the system said it has; less than 0 where it did not say
 * @param lastPage what the last page held, as a number
 * @param landmark a page before it
 * @param part where only a part of a page was taken; else null
 */
record HttpCursor(
        String next, long pages, int empty, long read, long total, long lastPage, Landmark landmark, Part part) {
    static final HttpCursor FIRST = new HttpCursor(null, 0, 0, 0, -1, 0, Landmark.NONE, null);

    private static final String SIGN = "http:";
    private static final int NUMBERS = 12;

    /**
     * A part of a page that is too large to be taken at once.
     *
     * @param taken how many of its records
     * @param last the key of the last of them, as a number
     * @param again how often the page was read from its beginning, as it held other records by then
     */
    record Part(int taken, long last, int again) {}

    /**
     * A page that was read: one that comes again is found by comparing with a place that moves on whenever as many pages again
     * were read (Brent).
     *
     * @param page what it held, as a number
     * @param next the cursor behind it, as a number
     * @param at which page it is
     */
    record Landmark(long page, long next, long at) {
        private static final Landmark NONE = new Landmark(0, 0, 0);
    }

    /** @param text as {@link #toString} gives it, or a bare cursor as versions before this one kept it; null for the first */
    static HttpCursor parse(String text) {
        if (text == null) {
            return FIRST;
        }
        String[] words = text.split(" ", NUMBERS + 1);
        if (!text.startsWith(SIGN) || words.length != NUMBERS + 1) {
            return new HttpCursor(text, 1, 0, -1, -1, 0, Landmark.NONE, null);
        }
        long[] n = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            n[i] = Long.parseLong(i == 0 ? words[0].substring(SIGN.length()) : words[i]);
        }
        String next = words[NUMBERS];
        return new HttpCursor(
                next.isEmpty() ? null : URLDecoder.decode(next.substring(1), StandardCharsets.UTF_8),
                n[0],
                (int) n[1],
                n[2],
                n[3],
                n[4],
                new Landmark(n[5], n[6], n[7]),
                n[8] == 0 ? null : new Part((int) n[9], n[10], (int) n[11]));
    }

    /** At the beginning of a read that continues there, before its first record. */
    static HttpCursor at(String next) {
        return new HttpCursor(next, 0, 0, 0, -1, 0, Landmark.NONE, null);
    }

    boolean isFirst() {
        return next == null && part == null && pages == 0;
    }

    /** Whether the page, or the cursor behind it, was come across before. */
    boolean isCircle(long page, String cursor) {
        boolean isSamePage = page != 0 && (page == lastPage || page == landmark.page());
        return isSamePage || cursor.equals(next) || number(cursor) == landmark.next();
    }

    /** Behind a page. */
    HttpCursor behind(String cursor, long page, int records, long totalNow) {
        long count = pages + 1;
        boolean moves = count >= 2 * landmark.at();
        return new HttpCursor(
                cursor,
                count,
                records == 0 ? empty + 1 : 0,
                plus(records),
                totalNow,
                page == 0 ? lastPage : page,
                moves ? new Landmark(page, number(cursor), count) : landmark,
                null);
    }

    /** Within a page: so many of its records, from its beginning, are taken. */
    HttpCursor within(Part taken, int records, long totalNow) {
        return new HttpCursor(next, pages, 0, plus(records), totalNow, lastPage, landmark, taken);
    }

    /** How many records were read with so many more; less than 0 where that is not known. */
    long plus(int records) {
        return read < 0 ? read : read + records;
    }

    static long number(String text) {
        long number = 1125899906842597L;
        for (int i = 0; text != null && i < text.length(); i++) {
            number = 31 * number + text.charAt(i);
        }
        return number;
    }

    /** Fit for a text column. */
    @Override
    public String toString() {
        Part p = part == null ? new Part(0, 0, 0) : part;
        return SIGN + pages + " " + empty + " " + read + " " + total + " " + lastPage + " " + landmark.page() + " "
                + landmark.next() + " " + landmark.at() + " " + (part == null ? 0 : 1) + " " + p.taken() + " "
                + p.last() + " "
                + p.again() + " " + (next == null ? "" : "=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
