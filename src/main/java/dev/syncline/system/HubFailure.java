package dev.syncline.system;

/** The hub database failed while a system was called: that says nothing against the system. */
public class HubFailure extends RuntimeException {
    public HubFailure(java.sql.SQLException cause) {
        super("The hub database does not answer: " + cause.getMessage(), cause);
    }
}
