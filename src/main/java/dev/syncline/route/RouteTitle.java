package dev.syncline.route;

/**
 * What a route is called, and what it moves.
 *
 * @param section the heading it stands under
 * @param entity the kind of record
 * @param label the field that is shown as the title of a record; empty for none
 */
public record RouteTitle(String id, String title, String section, String entity, String label) {}
