package dev.syncline.system.http.client;

import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.core.events.ComponentAddEvent;

/** Tells clients of Camel's HTTP component, as Quarkus does. */
public final class SystemClientsInTests {
    private SystemClientsInTests() {}

    public static void configure(SystemClients clients, CamelContext camel) {
        clients.configure(new ComponentAddEvent(camel.getComponent("http")));
    }
}
