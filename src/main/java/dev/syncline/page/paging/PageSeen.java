package dev.syncline.page.paging;

import dev.syncline.json.JsonAnswer;

/**
 * What was seen of a page that was read to its end.
 *
 * @param next what the answer says of the next page: a cursor or a link; null if nothing
 * @param records how many it has that are no part of the page before
 * @param limit how many it was asked for
 * @param last the key of its last record, as a number
 * @param lastValue the value after which a keyset continues; null if the last record has none
 * @param before how many records were read before it; less than 0 if that is not known
 */
public record PageSeen(
        JsonAnswer answer, String next, int records, int limit, long last, String lastValue, long before) {}
