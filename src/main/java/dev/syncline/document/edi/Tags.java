package dev.syncline.document.edi;

import java.util.Set;

/**
 * What the segments around messages are called. Each trailer has the number of what it encloses as its first element,
 * and as its second the reference of its header.
 *
 * @param message what a message is called in messages to people
 * @param interchangeReference element of the interchange header that has its reference; the same for group and message
 * @param groupsNeeded whether messages must stand in groups
 * @param between segments that may stand outside of messages and mean nothing to us
 */
public record Tags(
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
