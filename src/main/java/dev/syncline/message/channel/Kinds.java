package dev.syncline.message.channel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of messages, as {@code syncline.messages.<name>.kinds} names them. docs/messages.md explains them. */
public final class Kinds {
    public static final String ROUTE_LATE = "route-late";
    public static final String ROUTE_FAILING = "route-failing";
    public static final String RUN_FAILED = "run-failed";
    public static final String RECORDS_FAILED = "records-failed";
    public static final String STALE_ORDERS = "stale-orders";
    public static final String DAILY_SUMMARY = "daily-summary";

    /** Stands for all kinds of notices but those that say the same as a route's state. */
    public static final String NOTICES = "notices";

    /** The notice about a channel whose messages were given up. */
    public static final String MESSAGE_NOT_SENT = "MESSAGE_NOT_SENT";

    public static final List<String> STATES =
            List.of(ROUTE_LATE, ROUTE_FAILING, RUN_FAILED, RECORDS_FAILED, STALE_ORDERS, DAILY_SUMMARY);

    /** Notices that say what {@code route-late} and {@code route-failing} say. */
    private static final Set<String> OF_ROUTE_STATES = Set.of("DID_NOT_RUN", "NO_SUCCESS", "RUNS_FAIL");

    /** All kinds of notices; docs/operating.md explains them. */
    public static final Set<String> OF_NOTICES = new TreeSet<>(Set.of(
            "ACKNOWLEDGEMENTS_OWED",
            "ACKNOWLEDGEMENT_REFUSED",
            "DELETIONS_HELD",
            "DESTINATION_CHANGED",
            "DID_NOT_RUN",
            "DOCUMENT_NOT_READ",
            "EDITED_IN_ERP",
            "FAR_AHEAD",
            "GONE_UNKNOWN",
            "LINE_CANCELLED",
            "LINE_SUBSTITUTED",
            "LOG_PARTITION_MISSING",
            MESSAGE_NOT_SENT,
            "MISSING_ITEM",
            "NO_SUCCESS",
            "ORDER_CANCELLED",
            "RECORDS_FAIL",
            "RUNS_FAIL",
            "RUN_STUCK",
            "SCHEMA_DRIFT",
            "WAITS_LONG",
            "WATERMARK_LOST",
            "WATERMARK_TOO_OLD"));

    private Kinds() {}

    /** Returns whether a setting may name it. */
    public static boolean isKnown(String kind) {
        return kind.equals(NOTICES) || STATES.contains(kind) || OF_NOTICES.contains(kind);
    }

    public static boolean isOfNotices(String kind) {
        return kind.equals(kind.toUpperCase(Locale.ROOT));
    }

    /** Returns the kinds that the names stand for; everything for none. */
    public static Set<String> of(Collection<String> names) {
        Set<String> kinds = new LinkedHashSet<>(names.isEmpty() ? STATES : names);
        if (names.isEmpty() || kinds.remove(NOTICES)) {
            OF_NOTICES.stream().filter(kind -> !OF_ROUTE_STATES.contains(kind)).forEach(kinds::add);
        }
        return kinds;
    }
}
