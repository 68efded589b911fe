package dev.syncline.supplier;

/**
 * An order that was made anew.
 *
 * @param text JSON of its state
 */
record RefoldedOrder(String key, OrderState state, String text) {}
