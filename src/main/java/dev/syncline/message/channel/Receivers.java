package dev.syncline.message.channel;

import jakarta.enterprise.context.ApplicationScoped;

/** Describes receivers to people, without what is secret of them. */
@ApplicationScoped
public class Receivers {
    private final Channels channels;

    Receivers(Channels channels) {
        this.channels = channels;
    }

    /** Returns the e-mail addresses, or the host of a webhook. */
    public String of(Channel channel) {
        return channel.form() == Form.EMAIL
                ? String.join(", ", channels.addresses(channel.name()))
                : channels.url(channel.name()).getHost();
    }
}
