package dev.syncline.console.runs;

import dev.syncline.api.http.Listing;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.RunsResource;
import dev.syncline.api.runs.TimelineView;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.runs.RunDetail.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says in words what happened to a run, newest first. */
@ApplicationScoped
class RunEvents {
    private final RunsResource runs;
    private final Frames frames;

    RunEvents(RunsResource runs, Frames frames) {
        this.runs = runs;
        this.frames = frames;
    }

    List<Event> of(RunView run) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(frames.when(run.createdAt()), "Asked for by " + run.requestedBy(), "off"));
        runs.timeline(Long.toString(run.id()), Listing.MOST, null)
                .items()
                .forEach(entry -> events.add(new Event(frames.when(entry.at()), text(entry), tone(entry.what()))));
        Collections.reverse(events);
        return events;
    }

    private String text(TimelineView entry) {
        String detail = entry.detail() == null ? "" : entry.detail();
        return switch (entry.what()) {
            case "BEGAN" -> "Began: " + detail;
            case "WAITED" ->
                "Waited " + detail
                        + (entry.until() == null
                                ? ""
                                : ", until " + frames.when(entry.until()).exact());
            case "RESUMED" -> "Resumed by process " + entry.who() + ": " + detail;
            case "TAKEN_OVER" -> "Taken over by process " + entry.who() + ": " + detail;
            case "CANCELLED" -> "Cancelled by " + entry.who();
            case "ENDED" -> "Ended: " + detail;
            default -> detail;
        };
    }

    private static String tone(String what) {
        return switch (what) {
            case "WAITED", "RESUMED", "TAKEN_OVER" -> "hold";
            case "CANCELLED" -> "block";
            default -> "off";
        };
    }
}
