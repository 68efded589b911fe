package dev.syncline.message.delivery;

/** Shows people in another way that a channel's messages do not arrive. */
interface Undelivered {
    void gaveUp(String channel, String reason);

    /** A message has arrived again. */
    void delivered(String channel);
}
