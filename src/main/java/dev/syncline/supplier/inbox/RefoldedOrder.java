package dev.syncline.supplier.inbox;

import dev.syncline.supplier.order.OrderState;

/**
 * An order that was folded anew.
 *
 * @param text JSON of its state
 */
record RefoldedOrder(String key, OrderState state, String text) {}
