package dev.syncline.page;

/**
 * What a run does with records that it would leave alone.
 *
 * @param dryRun whether it only tells what it would do
 * @param resend whether records are sent again that the target refused with the same content
 * @param repairs whether records are delivered although the status table says that the target has, or no longer has, them
 */
public record RunMode(boolean dryRun, boolean resend, boolean repairs) {}
