package dev.syncline.api.messages;

import dev.syncline.message.ChannelState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A channel as the API shows it.
 *
 * @param form {@code e-mail}, {@code slack}, {@code teams} or {@code json}
 * @param to e-mail addresses, or the host of a webhook, whose whole address is a secret
 * @param routes patterns; empty for all
 * @param sections patterns; empty for all
 * @param when {@code at-once}, an interval, or times of day
 * @param lastError why a message was not sent; null if none failed so far
 * @param waiting number of messages that are still to be sent
 * @param open number of causes of which it was told, and which are not over
 */
@RegisterForReflection
public record MessagesView(
        String name,
        String form,
        String to,
        List<String> kinds,
        List<String> routes,
        List<String> sections,
        String when,
        Instant lastSentAt,
        String lastError,
        Instant lastErrorAt,
        long waiting,
        long open) {
    static MessagesView of(ChannelState state) {
        return new MessagesView(
                state.channel().name(),
                state.channel().form().text(),
                state.receiver(),
                List.copyOf(state.channel().kinds()),
                state.channel().interest().routes().texts(),
                state.channel().interest().sections().texts(),
                state.channel().rhythm().toString(),
                state.lastSentAt(),
                state.lastError(),
                state.lastErrorAt(),
                state.waiting(),
                state.open());
    }
}
