package dev.syncline.console.orders;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.Words;

/** Statuses of orders and lines in words and as a colour; a word of the ERP's own has none. */
final class OrderStates {
    private OrderStates() {}

    static State of(Object status) {
        String name = status == null ? "" : status.toString();
        String tone =
                switch (name) {
                    case "SHIPPED", "CONFIRMED" -> "ok";
                    case "BACK_ORDERED", "PARTLY_SHIPPED" -> "hold";
                    case "REJECTED", "CANCELLED" -> "bad";
                    default -> "off";
                };
        return new State(name.isBlank() ? "Not known" : Words.ofConstant(name), tone);
    }

    /** Whether an order follows its supplier. */
    static State follows(boolean autoSync) {
        return autoSync ? new State("Follows", "ok") : new State("Off", "off");
    }
}
