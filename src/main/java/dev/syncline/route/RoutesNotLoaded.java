package dev.syncline.route;

/** Thrown when the routes are needed before they are loaded. */
public class RoutesNotLoaded extends IllegalStateException {
    RoutesNotLoaded() {
        super("The program is starting, its routes are not loaded yet. Try again in a few seconds");
    }
}
