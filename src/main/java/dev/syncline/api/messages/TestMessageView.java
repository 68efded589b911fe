package dev.syncline.api.messages;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of a test message.
 *
 * @param sent whether the receiver took it
 * @param reason why it did not; null if it did
 */
@RegisterForReflection
public record TestMessageView(boolean sent, String reason) {}
