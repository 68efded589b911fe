package dev.syncline.console.documents;

import static dev.syncline.console.frame.FormFields.orEmpty;
import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.console.documents.LogList.Asked;
import dev.syncline.console.frame.Address;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;

/** What a page of the document log is asked for: its address reproduces it. */
public class LogSearch {
    @QueryParam("route")
    String route;

    @QueryParam("run")
    String run;

    @QueryParam("action")
    String action;

    @QueryParam("q")
    String q;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("cursor")
    String cursor;

    Asked asked() {
        return new Asked(orEmpty(route), orEmpty(run), orEmpty(action), orEmpty(q), orEmpty(from), orEmpty(to));
    }

    boolean isNarrowed() {
        return Stream.of(route, run, action, q, from, to).anyMatch(each -> orNull(each) != null);
    }

    Address address() {
        return of(action);
    }

    Address of(String otherAction) {
        return Address.of("/documents")
                .with("route", route)
                .with("run", run)
                .with("action", otherAction)
                .with("q", q)
                .with("from", from)
                .with("to", to);
    }
}
