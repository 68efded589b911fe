package dev.syncline.duty;

/** A round of the work. */
public interface Round {
    void carryOut() throws Exception;
}
