package dev.syncline.console.orders;

import dev.syncline.api.orders.VendorView;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import java.util.ArrayList;
import java.util.List;

/**
 * The switch of a vendor, and what it would touch.
 *
 * @param ordersAddress the list of its orders
 * @param supplier the system that reports on its orders; empty if none is connected
 * @param open how many of its orders are open, in words
 * @param stale what its button refreshes; empty where no order is stale
 * @param choices what can be pressed; none where no supplier is connected and it is off
 */
record VendorSwitch(
        String vendor,
        String name,
        String ordersAddress,
        String supplier,
        State state,
        String open,
        String following,
        String stale,
        Counts counts,
        List<Choice> choices) {

    /** The numbers of a page: a switch is set when they still hold. */
    record Counts(long open, long on, long off) {}

    /**
     * A button.
     *
     * @param touched how many open orders begin or stop to follow
     * @param does what happens, with the numbers
     */
    record Choice(String label, boolean enabled, boolean includeOpenOrders, long touched, String does) {}

    static VendorSwitch of(VendorView vendor) {
        long following = following(vendor);
        return new VendorSwitch(
                vendor.vendor(),
                vendor.name() == null || vendor.name().isBlank() ? vendor.vendor() : vendor.name(),
                Address.of("/orders").with("vendor", vendor.vendor()).toString(),
                vendor.supplier() == null ? "" : vendor.supplier(),
                OrderStates.follows(vendor.autoSync()),
                Numbers.grouped(vendor.openOrders()),
                Numbers.grouped(following),
                vendor.staleOrders() == 0 || vendor.supplier() == null
                        ? ""
                        : "Refresh " + Numbers.of(vendor.staleOrders(), "stale order"),
                new Counts(vendor.openOrders(), vendor.switchedOn(), vendor.switchedOff()),
                vendor.autoSync() ? whileOn(vendor) : whileOff(vendor));
    }

    private static long following(VendorView vendor) {
        return vendor.autoSync() ? vendor.openOrders() - vendor.switchedOff() : vendor.switchedOn();
    }

    private static List<Choice> whileOff(VendorView vendor) {
        if (vendor.supplier() == null) {
            return List.of();
        }
        long begin = vendor.openOrders() - vendor.switchedOn();
        List<Choice> choices = new ArrayList<>();
        if (vendor.openOrders() > 0) {
            choices.add(new Choice(
                    "Switch on with " + Numbers.of(vendor.openOrders(), "open order"),
                    true,
                    true,
                    begin,
                    Numbers.of(begin, "open order") + (begin == 1 ? " begins" : " begin") + " to follow"
                            + also(vendor.switchedOn(), " already follows", " already follow")
                            + ". So does every later one. The supplier is asked about them at once."));
        }
        choices.add(new Choice(
                "Switch on for later orders only",
                true,
                false,
                0,
                vendor.openOrders() == 0
                        ? "No order is open. Every later one follows."
                        : "No open order is touched: " + Numbers.grouped(begin) + (begin == 1 ? " stays" : " stay")
                                + " as ordered" + also(vendor.switchedOn(), " goes on following", " go on following")
                                + ". Every later one follows."));
        return choices;
    }

    private static List<Choice> whileOn(VendorView vendor) {
        List<Choice> choices = new ArrayList<>();
        if (vendor.switchedOff() > 0 && vendor.supplier() != null) {
            choices.add(new Choice(
                    "Include " + Numbers.of(vendor.switchedOff(), "open order") + " that "
                            + (vendor.switchedOff() == 1 ? "is" : "are") + " off",
                    true,
                    true,
                    vendor.switchedOff(),
                    Numbers.of(vendor.switchedOff(), "open order")
                            + (vendor.switchedOff() == 1 ? " begins" : " begin") + " to follow"
                            + also(following(vendor), " already follows", " already follow")
                            + ". The supplier is asked about all of them at once."));
        }
        long stop = vendor.openOrders() - vendor.switchedOn() - vendor.switchedOff();
        choices.add(new Choice(
                "Switch off",
                false,
                false,
                stop,
                Numbers.of(stop, "open order") + (stop == 1 ? " stops" : " stop") + " following, and later ones do not"
                        + " begin"
                        + also(vendor.switchedOn(), " goes on by its own switch", " go on by their own switches")
                        + "."));
        return choices;
    }

    private static String also(long count, String one, String several) {
        return count == 0 ? "" : "; " + Numbers.grouped(count) + (count == 1 ? one : several);
    }
}
