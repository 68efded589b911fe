package dev.syncline.message.content;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses of the console's pages, and times as its readers know them.
 *
 * @param console where people find the console; empty if it is not configured, and then messages have no links
 */
public record Links(Optional<String> console, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ROOT);

    public Optional<String> to(String path) {
        return console.map(url -> url + path);
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** Returns what is said of an item under its head: the text, since when, but not where to look. */
    String details(MessageItem item) {
        String since = item.isOver() ? "It lasted since " : "Since ";
        return (item.text().isBlank() ? "" : item.text().strip() + "\n") + since + time(item.since());
    }
}
