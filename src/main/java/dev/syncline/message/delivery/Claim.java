package dev.syncline.message.delivery;

/**
 * The right of this process to send the messages of a channel, for a while.
 *
 * @param fence is greater with each claim
 */
record Claim(String channel, int fence) {}
