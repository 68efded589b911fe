package dev.syncline.console.notices;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.console.frame.Address;
import dev.syncline.console.notices.NoticeList.Asked;
import java.util.Objects;

/**
 * Parameters of a page of notices; null if a parameter is absent.
 *
 * @param status {@code open} or {@code resolved}
 */
record NoticeSearch(String status, String kind, String route, String q, String cursor) {
    static final String OPEN = "open";
    static final String RESOLVED = "resolved";

    /** Forms send what was left empty. */
    static NoticeSearch of(String status, String kind, String route, String q, String cursor) {
        return new NoticeSearch(
                Objects.requireNonNullElse(orNull(status), OPEN),
                orNull(kind),
                orNull(route),
                orNull(q),
                orNull(cursor));
    }

    Asked asked() {
        return new Asked(
                status,
                Objects.requireNonNullElse(kind, ""),
                Objects.requireNonNullElse(route, ""),
                Objects.requireNonNullElse(q, ""));
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }

    boolean isNarrowed() {
        return kind != null || route != null || q != null;
    }

    Address address() {
        return address(status, kind);
    }

    String inStatus(String other) {
        return address(other, kind).toString();
    }

    String ofKind(String other) {
        return address(status, other).toString();
    }

    /** The list shows open notices by default. */
    private Address address(String inStatus, String ofKind) {
        return Address.of("/notices")
                .with("status", inStatus.equals(OPEN) ? null : inStatus)
                .with("kind", ofKind)
                .with("route", route)
                .with("q", q);
    }
}
