package dev.syncline.route;

/** No route has that id. */
public class UnknownRoute extends RuntimeException {
    public UnknownRoute(String id) {
        super("There is no route '" + id + "'. GET /api/routes lists them");
    }
}
