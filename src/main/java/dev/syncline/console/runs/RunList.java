package dev.syncline.console.runs;

import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/** A page of the list of runs, newest first. */
record RunList(
        List<Choice> routes, List<Choice> statuses, String from, String to, List<Row> rows, String next, String first) {
    private static final int DATE = "2026-11-30".length();

    /** A moment of a day, which a span of a chart leads to, is no date that the browser's field takes. */
    public String fromType() {
        return type(from);
    }

    public String toType() {
        return type(to);
    }

    private static String type(String moment) {
        return moment.isEmpty() || moment.length() == DATE ? "date" : "text";
    }

    record Row(
            long id,
            String address,
            String route,
            String routeAddress,
            State state,
            String asked,
            String read,
            String changed,
            String failed,
            When started,
            String took) {}
}
