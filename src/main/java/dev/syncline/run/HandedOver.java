package dev.syncline.run;

/** This process stops while a run, or a reconciliation, waits for a system: it goes on elsewhere, or after the next start. */
public class HandedOver extends RuntimeException {
    HandedOver(long run) {
        super("Run " + run + " was waiting when the program stopped; it goes on when its lease is over");
    }
}
