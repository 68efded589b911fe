package dev.syncline.supplier.notification;

/** A notification that is neither a document nor names orders. */
public class InvalidNotification extends RuntimeException {
    InvalidNotification(String message) {
        super(message);
    }
}
