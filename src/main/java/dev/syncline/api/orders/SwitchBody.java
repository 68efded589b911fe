package dev.syncline.api.orders;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The body of the call that sets the switch of a vendor.
 *
 * @param includeOpenOrders whether switching on includes the orders that are open now; false by default
 */
@RegisterForReflection
public record SwitchBody(Boolean enabled, Boolean includeOpenOrders) {}
