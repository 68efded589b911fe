package dev.syncline.console.settings;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * How Syncline is set up, as the page shows it.
 *
 * @param tested what a test that was asked for came to; null if none was
 * @param stale what says that files differ from what is in use; empty if none does
 * @param users none if who looks may not see them
 */
record SettingsDetail(
        Tested tested, List<Row> systems, List<Fact> facts, String stale, List<User> users, List<Right> rights) {
    /** The same with what a test came to. */
    SettingsDetail with(Tested result) {
        return new SettingsDetail(result, systems, facts, stale, users, rights);
    }

    record Tested(String system, State state, String took, String tried, String answer) {}

    /**
     * @param until when it is called again; null if it may be called
     * @param test the address of the form that tests it
     */
    record Row(
            String name,
            String kind,
            String address,
            State state,
            String detail,
            When until,
            List<String> limits,
            List<Link> routes,
            String test) {}

    record Link(String label, String address) {}

    record Fact(String name, String value, When when) {}

    record User(String name, String roles) {}

    /** A call, and whether each role may make it. */
    record Right(
            String method,
            String path,
            boolean viewer,
            boolean operator,
            boolean approver,
            boolean admin,
            String other) {}
}
