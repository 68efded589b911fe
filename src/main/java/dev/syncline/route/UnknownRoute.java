package dev.syncline.route;

/** Thrown when no route has that id. */
public class UnknownRoute extends RuntimeException {
    public UnknownRoute(String id) {
        super("Unknown route '" + id + "'. GET /api/routes lists them");
    }
}
