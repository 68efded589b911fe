package dev.syncline.console.records;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.console.frame.Address;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What is sent by the buttons that retry records: what the page's list was asked for, and what it showed. */
public class RetryForm {
    @RestForm
    String token;

    @RestForm
    String route;

    @RestForm
    String status;

    @RestForm
    String reason;

    @RestForm
    String q;

    @RestForm
    String from;

    @RestForm
    String to;

    /** The moment of the page: what was tried after it was not on it. */
    @RestForm
    String until;

    /** How many records it said that are retried; empty where single ones were chosen. */
    @RestForm
    String shown;

    /** Whether single records were chosen. */
    @RestForm
    String selected;

    @RestForm
    List<String> key;

    boolean isOfSelected() {
        return orNull(selected) != null;
    }

    List<String> keys() {
        return key == null ? List.of() : key;
    }

    /** What is said to be retried; null where that is not known. */
    Long expected() {
        if (isOfSelected()) {
            return (long) keys().size();
        }
        try {
            return orNull(shown) == null ? null : Long.valueOf(shown);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    String list() {
        return Address.of("/records")
                .with("route", route)
                .with("status", status)
                .with("reason", reason)
                .with("q", q)
                .with("from", from)
                .with("to", to)
                .toString();
    }
}
