package dev.syncline.console.records;

import static dev.syncline.console.frame.FormFields.orEmpty;
import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.console.frame.Address;
import dev.syncline.console.records.RecordList.Asked;
import dev.syncline.record.RecordStatus;
import jakarta.ws.rs.QueryParam;

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

    Asked asked() {
        return new Asked(orEmpty(route), orEmpty(status), orEmpty(reason), orEmpty(q), orEmpty(from), orEmpty(to));
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
