package dev.syncline.console.runs;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/** A page of the list of runs, newest first. */
record RunList(
        List<Choice> routes, List<Choice> statuses, String from, String to, List<Row> rows, String next, String first) {
    record Choice(String value, String label, boolean isChosen) {}

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
