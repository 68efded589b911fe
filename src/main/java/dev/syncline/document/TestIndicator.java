package dev.syncline.document;

/** The test indicator of a document: some suppliers leave it set when they go live. */
public final class TestIndicator {
    private TestIndicator() {}

    /**
     * Returns the warning for the buyer.
     *
     * @param mark as the standard has it: {@code ISA15 is T}
     */
    public static String warning(String mark) {
        return "The supplier marks the document as a test (" + mark
                + "), and it was followed all the same. Ask the supplier whether it holds";
    }
}
