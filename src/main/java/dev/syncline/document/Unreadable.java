package dev.syncline.document;

/** A document of which nothing can be read: its envelope is broken, it is too large, it is something else. */
public class Unreadable extends Exception {
    private final String place;
    private final String problem;
    private final transient Reading.Acknowledgement acknowledgement;
    private final String id;

    /**
     * @param place where: segment or element with its position; null for the document as a whole
     * @param problem what is wrong, and what to do
     */
    public Unreadable(String place, String problem) {
        this(place, problem, null);
    }

    /** @param acknowledgement the refusal in kind, where the envelope tells enough for one; else null */
    public Unreadable(String place, String problem, Reading.Acknowledgement acknowledgement) {
        this(place, problem, acknowledgement, null);
    }

    /** @param id as {@link Reading#id}, where its envelope can be read; else null */
    public Unreadable(String place, String problem, Reading.Acknowledgement acknowledgement, String id) {
        super(place == null ? problem : problem + " (at " + place + ")");
        this.place = place;
        this.problem = problem;
        this.acknowledgement = acknowledgement;
        this.id = id;
    }

    public String place() {
        return place;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    public String id() {
        return id;
    }

    public Reading.Acknowledgement acknowledgement() {
        return acknowledgement;
    }
}
