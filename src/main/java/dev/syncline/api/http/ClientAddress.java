package dev.syncline.api.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/**
 * Tells the address of a caller: that of the proxy, unless {@code quarkus.http.proxy} trusts its forwarding headers.
 */
public final class ClientAddress {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    public static String of(RoutingContext call) {
        SocketAddress address = call == null ? null : call.request().remoteAddress();
        return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
    }

    /** Returns the /64 network of an IPv6 address, as one caller has all addresses of it; an IPv4 address as it is. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        if (groups.length < GROUPS_OF_A_NETWORK + 1) {
            return address;
        }
        return String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_NETWORK)) + "::";
    }
}
