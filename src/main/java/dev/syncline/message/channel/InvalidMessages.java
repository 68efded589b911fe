package dev.syncline.message.channel;

/** Thrown when the settings of messages are invalid, with which the program does not start; says what to set. */
public class InvalidMessages extends RuntimeException {
    InvalidMessages(String message) {
        super(message);
    }
}
