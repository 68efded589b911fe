package dev.syncline.console.audit;

import static dev.syncline.console.frame.FormFields.stripped;

import dev.syncline.console.audit.AuditList.Asked;
import dev.syncline.console.frame.Address;
import jakarta.ws.rs.QueryParam;

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

    Asked asked() {
        return new Asked(stripped(who), stripped(subject), stripped(action), stripped(from), stripped(to));
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
