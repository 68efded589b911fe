package dev.syncline.console.records;

import dev.syncline.console.frame.Address;
import dev.syncline.console.records.RecordList.Asked;
import dev.syncline.record.RecordStatus;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;

/** What a page of the list of records is asked for: its address reproduces it. */
public class RecordSearch {
    @QueryParam("route")
    String route;

    @QueryParam("status")
    String status;

    @QueryParam("reason")
    String reason;

    @QueryParam("q")
    String q;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("cursor")
    String cursor;

    /** Forms send what was left empty. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    Asked asked() {
        return new Asked(text(route), text(status), text(reason), text(q), text(from), text(to));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(orNull(value), "");
    }

    Address address() {
        return Address.of("/records")
                .with("route", route)
                .with("status", status)
                .with("reason", reason)
                .with("q", q)
                .with("from", from)
                .with("to", to);
    }

    String inStatus(RecordStatus other) {
        return Address.of("/records")
                .with("route", route)
                .with("status", other)
                .with("q", q)
                .with("from", from)
                .with("to", to)
                .toString();
    }

    String withoutReason() {
        return Address.of("/records")
                .with("route", route)
                .with("status", status)
                .with("q", q)
                .with("from", from)
                .with("to", to)
                .toString();
    }

    boolean isNarrowed() {
        return orNull(route) != null
                || orNull(reason) != null
                || orNull(q) != null
                || orNull(from) != null
                || orNull(to) != null;
    }
}
