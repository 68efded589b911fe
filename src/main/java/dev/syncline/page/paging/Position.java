package dev.syncline.page.paging;

/**
 * Where a read by numbers continues.
 *
 * @param at the number of the next page, or how many records are before it
 * @param last the key of the last record that was read, as a number
 * @param largest how many records the largest page had
 * @param restarts how often the read began anew, as rows had moved
 */
record Position(long at, long last, int largest, int restarts) {
    /** @param text as {@link #toString} gives it */
    static Position parse(String text) {
        String[] n = text.split(" ");
        return new Position(Long.parseLong(n[0]), Long.parseLong(n[1]), Integer.parseInt(n[2]), Integer.parseInt(n[3]));
    }

    @Override
    public String toString() {
        return at + " " + last + " " + largest + " " + restarts;
    }
}
