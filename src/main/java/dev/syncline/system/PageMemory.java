package dev.syncline.system;

/**
 * Limits in bytes on what is read from a source, derived from the heap. A run holds three pages, each as text, as
 * content and as request bodies.
 *
 * @param page bytes at which a page ends, however few rows it has
 * @param row the most bytes of a record that is processed
 * @param fetch the most bytes that a database driver fetches at once
 */
public record PageMemory(long page, long row, long fetch) {
    private static final long LEAST = 2L << 20;
    private static final long MOST = 16L << 20;

    /**
     * Returns the limits of this process. Computed on each call, as a native image is built on a machine with other
     * memory.
     */
    public static PageMemory own() {
        return of(Runtime.getRuntime().maxMemory());
    }

    /** @param heap the most bytes that the process may use */
    public static PageMemory of(long heap) {
        long page = Math.max(LEAST, Math.min(heap / 64, MOST));
        return new PageMemory(page, 4 * page, 8 * page);
    }
}
