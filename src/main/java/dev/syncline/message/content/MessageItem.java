package dev.syncline.message.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * What a message says of one cause.
 *
 * @param state in capitals: {@code LATE}, {@code FAILING}, {@code OVER}
 * @param route empty if it belongs to no route
 * @param text what happened and what to do; may hold text of other systems
 * @param path of the page of the console that helps
 * @param since when the cause began
 */
@RegisterForReflection
public record MessageItem(
        String state, String kind, String route, String title, String text, String path, Instant since) {
    public static final String OVER = "OVER";

    @JsonIgnore
    public boolean isOver() {
        return state.equals(OVER);
    }

    /** Returns the state and what it is of. */
    public String head() {
        return route.isEmpty() ? state + ": " + title : state + " " + route + ": " + title;
    }
}
