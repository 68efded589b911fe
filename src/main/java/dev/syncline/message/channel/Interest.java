package dev.syncline.message.channel;

/**
 * The routes that a channel's messages are about. Causes that belong to no route, such as stale orders, concern channels that are
 * interested in all routes, and those that name the kind.
 */
public record Interest(Glob routes, Glob sections) {
    /** @param section of the route; null if the route is unknown */
    public boolean isIn(String route, String section) {
        return routes.matches(route) && (sections.isForAll() || section != null && sections.matches(section));
    }

    public boolean isInAll() {
        return routes.isForAll() && sections.isForAll();
    }
}
