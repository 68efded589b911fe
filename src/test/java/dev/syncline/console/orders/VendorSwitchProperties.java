package dev.syncline.console.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.api.orders.VendorView;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.orders.VendorSwitch.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the buttons of a vendor's switch say that they touch is what they touch. */
class VendorSwitchProperties {
    /** Of open orders, their own switches; null for the vendor's. */
    @Provide
    Arbitrary<List<Boolean>> switches() {
        return Arbitraries.of(true, false, null)
                .injectNull(0.3)
                .list()
                .ofMaxSize(12)
                .map(ArrayList::new);
    }

    @Property
    void eachButtonTellsHowManyOrdersBeginOrStopToFollow(
            @ForAll("switches") List<Boolean> own, @ForAll boolean isOn, @ForAll boolean isConnected) {
        VendorSwitch shown = VendorSwitch.of(view(own, isOn, isConnected ? "atlas" : null));
        assertEquals(Long.toString(following(own, isOn)), shown.following());
        if (!isConnected) {
            assertTrue(shown.choices().stream().noneMatch(Choice::enabled), "nothing reports on them");
        }
        for (Choice choice : shown.choices()) {
            List<Boolean> after = pressed(own, isOn, choice);
            long touched = 0;
            for (int i = 0; i < own.size(); i++) {
                touched += follows(own.get(i), isOn) == follows(after.get(i), choice.enabled()) ? 0 : 1;
            }
            assertEquals(touched, choice.touched(), choice.toString());
            assertTrue(touched == 0 || choice.does().startsWith(Numbers.of(touched, "open order")), choice.toString());
        }
    }

    @Property
    void everyOrderOfAConnectedVendorCanBeMadeToFollow(@ForAll("switches") List<Boolean> own, @ForAll boolean isOn) {
        VendorSwitch shown = VendorSwitch.of(view(own, isOn, "atlas"));
        boolean canAll = shown.choices().stream()
                .filter(Choice::enabled)
                .map(choice -> pressed(own, isOn, choice))
                .anyMatch(after -> following(after, true) == own.size());
        assertTrue(canAll || following(own, isOn) == own.size() && isOn, shown.toString());
    }

    /** As the switch does it: along with the vendor's, or open orders stay as they are. */
    private static List<Boolean> pressed(List<Boolean> own, boolean wasOn, Choice choice) {
        List<Boolean> after = new ArrayList<>(own);
        if (choice.enabled() && choice.includeOpenOrders()) {
            after.replaceAll(order -> null);
        } else if (choice.enabled() && !wasOn) {
            after.replaceAll(order -> order == null ? Boolean.FALSE : order);
        }
        return after;
    }

    private static boolean follows(Boolean own, boolean vendor) {
        return Objects.requireNonNullElse(own, vendor);
    }

    private static long following(List<Boolean> own, boolean vendor) {
        return own.stream().filter(order -> follows(order, vendor)).count();
    }

    private static VendorView view(List<Boolean> own, boolean isOn, String supplier) {
        return new VendorView(
                "V-1",
                "One",
                supplier,
                isOn,
                own.size(),
                own.stream().filter(Boolean.TRUE::equals).count(),
                own.stream().filter(Boolean.FALSE::equals).count(),
                0);
    }
}
