package dev.syncline.support;

/** An ERP that is spoken to over HTTP: the relay of the sandbox stands for it. A part of {@link Partner.Profile}. */
public final class HttpErp {
    public static final String ROUTE = "delta-orders-to-relay";

    private HttpErp() {}

    static void route(RouteSet routes) {
        routes.route(
                ROUTE,
                "source",
                "delta",
                "target",
                "relay",
                "entity",
                "purchase-orders",
                "key",
                "number",
                "through",
                "purchase-orders");
    }
}
