package dev.syncline.purchasing;

import java.util.Map;

/**
 * What the order book knows of an order before it is settled.
 *
 * @param autoSync whether it is to follow its supplier
 * @param synced as it was brought in step last; null where it never was
 */
record Booked(boolean autoSync, Map<String, Object> synced) {}
