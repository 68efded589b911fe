package dev.syncline.message.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a channel's messages look like. */
public enum Form {
    EMAIL,
    SLACK,
    TEAMS,
    JSON;

    /** Returns the form of a webhook that a setting names. */
    public static Optional<Form> ofWebhook(String name) {
        return Arrays.stream(values())
                .filter(form -> form != EMAIL && form.text().equals(name.strip()))
                .findFirst();
    }

    public String text() {
        return this == EMAIL ? "e-mail" : name().toLowerCase(Locale.ROOT);
    }
}
