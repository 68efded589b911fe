package dev.syncline.page;

/**
 * How rows are read, once it has turned out that they cannot be read as most are.
 *
 * @param asBytes text as bytes, some of which are no text
 * @param oneByOne as each may be too wide for others to fit beside it
 */
record Manner(boolean asBytes, boolean oneByOne) {
    static final Manner PLAIN = new Manner(false, false);

    Manner withBytes() {
        return new Manner(true, oneByOne);
    }

    Manner withOneByOne() {
        return new Manner(asBytes, true);
    }

    SqlShape of(SqlShape shape) {
        return asBytes ? shape.ofBytes() : shape;
    }

    /** How many rows are fetched before it is known how wide they are. */
    int first() {
        return oneByOne ? 1 : SqlRead.FIRST;
    }
}
