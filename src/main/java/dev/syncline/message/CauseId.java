package dev.syncline.message;

/**
 * What distinguishes a cause from all others.
 *
 * @param route empty if it belongs to no route
 * @param subject distinguishes causes of a kind and route, such as reasons; mostly empty
 */
record CauseId(String kind, String route, String subject) {
    static CauseId of(String kind, String route) {
        return new CauseId(kind, route, "");
    }
}
