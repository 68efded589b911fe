package dev.syncline.console.orders;

import dev.syncline.console.frame.When;

/**
 * How far an order is in step with its supplier.
 *
 * @param at when it was last synced; null for never
 * @param isStale whether the supplier sent a notification after that
 * @param tip when the supplier sent its latest notification, in words; empty for never
 * @param asked when the supplier was last asked without news, in words; empty where it told something then
 */
record Synced(When at, boolean isStale, String tip, String asked) {}
