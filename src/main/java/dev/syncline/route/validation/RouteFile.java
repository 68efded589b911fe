package dev.syncline.route.validation;

/**
 * A route file as it was read.
 *
 * @param name its path relative to the routes folder, such as {@code vendors/erp-vendors-to-relay.camel.yaml}
 * @param text its content
 */
public record RouteFile(String name, String text) {}
