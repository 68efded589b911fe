package dev.syncline.console.frame;

import dev.syncline.health.Freshness;
import dev.syncline.record.RecordStatus;
import dev.syncline.work.WorkStatus;

/**
 * How something stands, in words and as a colour.
 *
 * @param tone the class of the style sheet: ok, bad, hold, block, run or off
 */
public record State(String label, String tone) {
    public static State of(Freshness freshness) {
        return switch (freshness) {
            case ON_TIME -> new State("On time", "ok");
            case LATE -> new State("Late", "hold");
            case FAILING -> new State("Failing", "bad");
            case RUNNING -> new State("Running", "run");
            case PAUSED -> new State("Paused", "off");
            case ON_DEMAND -> new State("On demand", "off");
        };
    }

    public static State of(WorkStatus status) {
        return switch (status) {
            case IN_PROGRESS -> new State("In progress", "run");
            case SUCCESS -> new State("Success", "ok");
            case PARTIAL -> new State("Partial", "hold");
            case FAILED -> new State("Failed", "bad");
            case CANCELLED -> new State("Cancelled", "off");
            case BLOCKED -> new State("Blocked", "block");
        };
    }

    public static State of(RecordStatus status) {
        return switch (status) {
            case IN_PROGRESS -> new State("In progress", "run");
            case SUCCESS -> new State("In step", "ok");
            case FAILED -> new State("Failed", "bad");
            case BLOCKED -> new State("Blocked", "block");
            case ON_HOLD -> new State("On hold", "hold");
        };
    }

    public State labelled(String other) {
        return new State(other, tone);
    }
}
