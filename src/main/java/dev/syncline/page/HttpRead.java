package dev.syncline.page;

import dev.syncline.json.Element;
import dev.syncline.json.JsonAnswer;

/** A read of an HTTP system: as many calls as it takes to answer a {@link ReadRequest}. Used by one thread. */
interface HttpRead {
    ReadRequest request();

    /** Where the next call goes on, in the system's own words; null at the beginning. */
    String cursor();

    /** The answer of a call comes now. */
    void begin(HttpRows rows);

    /** Takes a record of the answer; false where no more of it is wanted. */
    boolean take(Element record);

    /**
     * The answer was read.
     *
     * @param next its cursor of what comes behind; null after the last
     */
    void end(JsonAnswer answer, String next);

    /** What was asked for; null while there is to be another call. */
    Page page();
}
