package dev.syncline.api;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** Where a call comes from: the proxy, unless {@code quarkus.http.proxy} is told to trust what it forwards. */
final class ClientAddress {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    static String of(RoutingContext call) {
        SocketAddress address = call == null ? null : call.request().remoteAddress();
        return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
    }

    /** Of IPv6 the network: whoever has one of its addresses has them all. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        if (groups.length < GROUPS_OF_A_NETWORK + 1) {
            return address;
        }
        return String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_NETWORK)) + "::";
    }
}
