package dev.syncline.page.paging;

/** Thrown when an answer does not page as the parameters of its system say. */
public final class InvalidPaging extends RuntimeException {
    InvalidPaging(String message) {
        super(message);
    }
}
