package dev.syncline.route.yaml;

/**
 * A route file.
 *
 * @param name its path relative to the routes folder, such as {@code vendors/erp-vendors-to-relay.camel.yaml}
 * @param text its content
 */
public record RouteFile(String name, String text) {}
