package dev.syncline.document;

/**
 * Thrown for a document of which nothing can be read: its envelope is broken, it is too large, or it is something else.
 */
public class UnreadableDocument extends Exception {
    private final String place;
    private final String problem;
    private final transient ParsedDocument.Acknowledgement acknowledgement;
    private final String id;

    /**
     * @param place segment or element with its position; null for the document as a whole
     * @param problem what is wrong, and what to do
     */
    public UnreadableDocument(String place, String problem) {
        this(place, problem, null);
    }

    /** @param acknowledgement the refusal in kind; null if the envelope does not say enough for one */
    public UnreadableDocument(String place, String problem, ParsedDocument.Acknowledgement acknowledgement) {
        this(place, problem, acknowledgement, null);
    }

    /** @param id as {@link ParsedDocument#id}; null if the envelope cannot be read */
    public UnreadableDocument(String place, String problem, ParsedDocument.Acknowledgement acknowledgement, String id) {
        super(place == null ? problem : problem + " (at " + place + ")");
        this.place = place;
        this.problem = problem;
        this.acknowledgement = acknowledgement;
        this.id = id;
    }

    public String place() {
        return place;
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }

    public String id() {
        return id;
    }

    public ParsedDocument.Acknowledgement acknowledgement() {
        return acknowledgement;
    }
}
