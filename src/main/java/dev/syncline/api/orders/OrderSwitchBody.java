package dev.syncline.api.orders;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of the call that sets the switch of an order. */
@RegisterForReflection
public record OrderSwitchBody(Boolean enabled) {}
