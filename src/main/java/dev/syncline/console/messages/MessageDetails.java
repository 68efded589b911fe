package dev.syncline.console.messages;

import dev.syncline.api.messages.MessagesResource;
import dev.syncline.api.messages.MessagesView;
import dev.syncline.api.messages.TestMessageView;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.State;
import dev.syncline.console.messages.MessageDetail.Row;
import dev.syncline.console.messages.MessageDetail.Tested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the page of messages, from the calls that the API has for it. */
@ApplicationScoped
class MessageDetails {
    private static final int MOST_KINDS = 8;

    private final MessagesResource messages;
    private final Frames frames;

    MessageDetails(MessagesResource messages, Frames frames) {
        this.messages = messages;
        this.frames = frames;
    }

    /** @param tested null if no test message was asked for */
    MessageDetail with(Tested tested) {
        return new MessageDetail(
                tested, messages.list().items().stream().map(this::row).toList());
    }

    static Tested tested(String name, TestMessageView answer) {
        return new Tested(
                name,
                answer.sent() ? new State("Sent", "ok") : new State("Not sent", "bad"),
                answer.sent() ? "The receiver has taken it." : answer.reason());
    }

    private Row row(MessagesView view) {
        return new Row(
                view.name(),
                view.form(),
                view.to(),
                about(view),
                view.when(),
                state(view),
                view.waiting() == 0 ? "" : view.waiting() + " waiting",
                frames.when(view.lastSentAt()),
                Objects.requireNonNullElse(view.lastError(), ""),
                frames.when(view.lastErrorAt()),
                "/messages/" + view.name() + "/test");
    }

    /** Returns how its last message went. */
    private static State state(MessagesView view) {
        boolean isFailing = view.lastErrorAt() != null
                && (view.lastSentAt() == null || view.lastErrorAt().isAfter(view.lastSentAt()));
        if (isFailing) {
            return new State("Not arriving", "bad");
        }
        return view.lastSentAt() == null ? new State("Nothing sent yet", "off") : new State("Arriving", "ok");
    }

    private static List<String> about(MessagesView view) {
        List<String> about = new ArrayList<>();
        int more = view.kinds().size() - MOST_KINDS;
        about.add(String.join(
                        ", ",
                        view.kinds()
                                .subList(0, Math.min(MOST_KINDS, view.kinds().size())))
                + (more > 0 ? " and " + more + " more" : ""));
        if (!view.routes().isEmpty()) {
            about.add("routes: " + String.join(", ", view.routes()));
        }
        if (!view.sections().isEmpty()) {
            about.add("sections: " + String.join(", ", view.sections()));
        }
        return about;
    }
}
