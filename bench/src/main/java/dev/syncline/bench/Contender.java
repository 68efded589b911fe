package dev.syncline.bench;

/** A program that moves all rows of the source to the sink. */
interface Contender {
    String name();

    /** Makes the program forget what it moved, so that the next time is a first load. */
    void forget() throws Exception;

    /** Whether it knows what did not change, and sends nothing of that. */
    boolean compares();

    /**
     * Moves everything once.
     *
     * @return seconds it took, as the program itself tells where it does
     */
    double move(Case what) throws Exception;
}
