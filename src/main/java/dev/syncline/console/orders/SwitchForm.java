package dev.syncline.console.orders;

import dev.syncline.console.orders.VendorSwitch.Counts;
import org.jboss.resteasy.reactive.RestForm;

/** What is sent by the buttons of a vendor's switch. */
public class SwitchForm {
    @RestForm
    String token;

    @RestForm
    String vendor;

    @RestForm
    boolean enabled;

    @RestForm
    boolean includeOpenOrders;

    /** The numbers that the page said. */
    @RestForm
    String open;

    @RestForm
    String on;

    @RestForm
    String off;

    boolean says(Counts counts) {
        return Long.toString(counts.open()).equals(open)
                && Long.toString(counts.on()).equals(on)
                && Long.toString(counts.off()).equals(off);
    }

    String body() {
        return "{\"enabled\":" + enabled + ",\"includeOpenOrders\":" + includeOpenOrders + "}";
    }
}
