package dev.syncline.document.edi;

import java.util.Set;

/**
 * The tags of the segments around messages. The first element of each trailer is the number of the enclosed parts, the
 * second is the reference of the header.
 *
 * @param message name of a message in messages to people
 * @param interchangeReference element of the interchange header that has its reference; the same for group and message
 * @param groupsNeeded whether messages must be in groups
 * @param between segments that may be outside of messages, and are ignored
 */
public record EnvelopeTags(
        String message,
        String interchangeStart,
        int interchangeReference,
        String interchangeEnd,
        String groupStart,
        int groupReference,
        String groupEnd,
        String messageStart,
        int messageReference,
        String messageEnd,
        boolean groupsNeeded,
        Set<String> between) {}
