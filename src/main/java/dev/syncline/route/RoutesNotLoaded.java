package dev.syncline.route;

/** Somebody asks for the routes while the program starts. */
public class RoutesNotLoaded extends IllegalStateException {
    RoutesNotLoaded() {
        super("The program is starting, its routes are not loaded yet. Try again in a few seconds");
    }
}
