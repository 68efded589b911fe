package dev.syncline.message.delivery;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.content.Content;
import java.util.UUID;

/** Brings one message to its receiver. */
interface Sender {
    /** @throws NotSent if the receiver did not take it */
    void send(Channel channel, UUID id, Content content) throws NotSent, InterruptedException;
}
