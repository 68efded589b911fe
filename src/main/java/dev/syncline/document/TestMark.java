package dev.syncline.document;

/** The mark of a document that its sender calls a test: some suppliers leave it there when they go live. */
public final class TestMark {
    private TestMark() {}

    /** @param mark as the standard has it: {@code ISA15 is T} */
    public static String warning(String mark) {
        return "The supplier marks the document as a test (" + mark
                + "), and it was followed all the same. Ask the supplier whether it holds";
    }
}
