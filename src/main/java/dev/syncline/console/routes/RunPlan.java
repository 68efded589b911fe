package dev.syncline.console.routes;

import static dev.syncline.console.frame.FormFields.stripped;

import dev.syncline.console.frame.Numbers;
import dev.syncline.route.SyncRoute;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;

/** Says in words what the form that runs a route will do, as it is filled. Without any choice it is what a schedule does. */
public class RunPlan {
    @QueryParam("range")
    String range;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("depth")
    String depth;

    @QueryParam("keys")
    String keys;

    @QueryParam("withPrerequisites")
    String withPrerequisites;

    /**
     * @param complete up to when the route is complete, in words; null if it has not been yet
     * @param prerequisites their titles; empty for none
     */
    String words(SyncRoute route, String complete, String prerequisites) {
        boolean isDeep = stripped(depth).equals("deep");
        StringBuilder plan = new StringBuilder();
        if (!stripped(withPrerequisites).isEmpty() && !prerequisites.isEmpty()) {
            plan.append("Runs first: ").append(prerequisites).append(". Then ");
        }
        plan.append(plan.isEmpty() ? "Reads " : "reads ")
                .append(which(route, complete))
                .append(" at ")
                .append(route.source())
                .append(isDeep ? ", with their parts, and compares them by content" : ", without their parts")
                .append(". Sends to ")
                .append(route.target())
                .append(" what differs from what it has.");
        if (isDeep && stripped(keys).isEmpty()) {
            plan.append(' ').append(deletions(route));
        }
        return plan.toString();
    }

    static String deletions(SyncRoute route) {
        return switch (route.deletePolicy()) {
            case IGNORE -> "Records that are gone at the source stay at the target.";
            case DEACTIVATE -> "Records that are gone at the source are deactivated at the target.";
            case DELETE -> "Records that are gone at the source are deleted at the target.";
        };
    }

    private String which(SyncRoute route, String complete) {
        long named = Arrays.stream(stripped(keys).split("\\R"))
                .filter(key -> !key.isBlank())
                .count();
        if (named > 0) {
            return "the " + Numbers.of(named, "record") + " that you name, whenever they changed,";
        }
        boolean isBetween = stripped(range).isEmpty() && !(stripped(from) + stripped(to)).isEmpty();
        if (!route.windowed()) {
            return "all " + route.entity() + ", whatever the range,";
        } else if (isBetween) {
            return route.entity() + " that changed"
                    + (stripped(from).isEmpty() ? "" : " from " + stripped(from))
                    + (stripped(to).isEmpty() ? "" : " to before " + stripped(to));
        }
        return switch (stripped(range)) {
            case "today" -> route.entity() + " that changed today";
            case "last-week" -> route.entity() + " that changed in the last 7 days";
            case "last-month" -> route.entity() + " that changed in the last month";
            case "last-year" -> route.entity() + " that changed in the last year";
            case "all" -> "all " + route.entity();
            default ->
                complete == null
                        ? "all " + route.entity() + ", as no run has been complete yet,"
                        : route.entity() + " that changed since " + complete;
        };
    }
}
