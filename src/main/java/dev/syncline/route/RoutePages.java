package dev.syncline.route;

/**
 * How the pages of a route go.
 *
 * @param pageSize how many records are delivered and not yet recorded at most
 * @param batchSize how many are sent in one call at most
 * @param through what is done with its pages before they are judged: the route {@code direct:<through>}
 * @param extension the name of what prepares its pages and follows what becomes of them: a parameter of what it goes
 *     through; empty where that has none
 */
public record RoutePages(int pageSize, int batchSize, String through, String extension) {}
