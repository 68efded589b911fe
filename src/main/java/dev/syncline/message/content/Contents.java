package dev.syncline.message.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the contents of messages from their items, short enough for every receiver. */
public final class Contents {
    /** A chat shows no more than about fifty blocks, and nobody reads more than this. */
    public static final int MOST_ITEMS = 15;

    private static final int LONGEST_SUBJECT = 140;
    private static final String OVERVIEW = "/";

    private Contents() {}

    public static Content of(MessageItem item) {
        return new Content(subject(item.head()), "", List.of(item), 0, item.path());
    }

    /** Returns one content for several items. */
    public static Content of(List<MessageItem> items) {
        if (items.size() == 1) {
            return of(items.get(0));
        }
        Map<String, Long> states = items.stream()
                .collect(Collectors.groupingBy(MessageItem::state, LinkedHashMap::new, Collectors.counting()));
        String counts = states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
        String routes = items.stream()
                .map(MessageItem::route)
                .filter(route -> !route.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Content(
                subject(routes.isEmpty() ? counts : counts + ": " + routes),
                "",
                items.subList(0, Math.min(items.size(), MOST_ITEMS)),
                Math.max(0, items.size() - MOST_ITEMS),
                OVERVIEW);
    }

    public static Content test(String channel) {
        return new Content(
                "TEST " + channel + ": messages of Syncline arrive here",
                "This is a test message. Somebody asked for it in Syncline; there is nothing to do.",
                List.of(),
                0,
                OVERVIEW);
    }

    public static Content summary(String subject, String text) {
        return new Content(subject(subject), text, List.of(), 0, OVERVIEW);
    }

    /** Returns a line: no control characters, which could begin another header. */
    public static String subject(String text) {
        String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
        return cut(line, LONGEST_SUBJECT);
    }

    /** Returns at most that many characters, without half of a character at the end. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        while (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
