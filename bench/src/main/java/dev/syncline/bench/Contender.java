package dev.syncline.bench;

/** A program that moves all rows of the source to the sink. */
interface Contender {
    String name();

    /** Makes the program forget what it moved, so that the next time is a first load. */
    void forget() throws Exception;

    /**
     * Moves everything once.
     *
     * @return seconds it took, as the program itself tells where it does
     */
    double move(Case what) throws Exception;
}
