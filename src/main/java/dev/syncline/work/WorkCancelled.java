package dev.syncline.work;

/** Somebody cancelled an item that was waiting for a system. */
public class WorkCancelled extends RuntimeException {
    WorkCancelled(String noun, long id) {
        super(noun + " " + id + " was cancelled while it waited");
    }
}
