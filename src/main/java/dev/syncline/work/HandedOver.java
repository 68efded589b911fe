package dev.syncline.work;

/** This process stops while an item waits for a system: another process continues it, or this one after its restart. */
public class HandedOver extends RuntimeException {
    HandedOver(String noun, long id) {
        super(noun + " " + id + " was waiting when the program stopped; it goes on when its lease is over");
    }
}
