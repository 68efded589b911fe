package dev.syncline.document;

/** A part of a document that cannot be read, though others may be. */
public class Faulty extends Exception {
    private final transient Reading.Fault fault;

    /**
     * @param place where: element or field with its position
     * @param problem what is wrong there, and what to do
     */
    public Faulty(String place, String problem) {
        super(problem + " (at " + place + ")");
        fault = new Reading.Fault(place, problem);
    }

    public Reading.Fault fault() {
        return fault;
    }
}
