package dev.syncline.system;

/**
 * How many bytes of a source are held at a time, as memory allows. A run holds three pages, each of them as text, as
 * content and as the body of calls.
 *
 * @param page a page ends when it has so many, whatever its number of rows
 * @param row more of one record is not passed on
 * @param fetch more at once is not taken from a database's driver
 */
public record PageMemory(long page, long row, long fetch) {
    private static final long LEAST = 2L << 20;
    private static final long MOST = 16L << 20;

    /** Of this process. Never a constant: the machine that builds a native image has another memory. */
    public static PageMemory own() {
        return of(Runtime.getRuntime().maxMemory());
    }

    /** @param heap the most that the process may use */
    public static PageMemory of(long heap) {
        long page = Math.max(LEAST, Math.min(heap / 64, MOST));
        return new PageMemory(page, 4 * page, 8 * page);
    }
}
