package dev.syncline.document;

/** Thrown for a part of a document that cannot be read, while the other parts can. */
public class UnreadablePart extends Exception {
    private final transient ParsedDocument.Fault fault;

    /**
     * Creates the fault of a part.
     *
     * @param place element or field, with its position
     * @param problem what is wrong there, and what to do
     */
    public UnreadablePart(String place, String problem) {
        super(problem + " (at " + place + ")");
        fault = new ParsedDocument.Fault(place, problem);
    }

    public ParsedDocument.Fault fault() {
        return fault;
    }
}
