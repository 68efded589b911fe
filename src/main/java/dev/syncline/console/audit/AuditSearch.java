package dev.syncline.console.audit;

import dev.syncline.console.audit.AuditList.Asked;
import dev.syncline.console.frame.Address;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;

/** What a page of the audit log is asked for: its address reproduces it. */
public class AuditSearch {
    @QueryParam("who")
    String who;

    @QueryParam("subject")
    String subject;

    @QueryParam("action")
    String action;

    @QueryParam("outcome")
    String outcome;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("cursor")
    String cursor;

    /** Forms send what was left empty. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Asked asked() {
        return new Asked(text(who), text(subject), text(action), text(from), text(to));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(orNull(value), "");
    }

    Address address() {
        return Address.of("/audit")
                .with("who", who)
                .with("subject", subject)
                .with("action", action)
                .with("outcome", outcome)
                .with("from", from)
                .with("to", to);
    }
}
