package dev.syncline.supplier.notification;

/** Thrown for a notification that is no document and names no orders. */
public class InvalidNotification extends RuntimeException {
    InvalidNotification(String message) {
        super(message);
    }
}
