package dev.syncline.system;

/** Thrown when the hub database fails during a call to a system; the system is not the cause. */
public class HubFailure extends RuntimeException {
    public HubFailure(java.sql.SQLException cause) {
        super("The hub database does not answer: " + cause.getMessage(), cause);
    }
}
