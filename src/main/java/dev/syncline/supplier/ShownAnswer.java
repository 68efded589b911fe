package dev.syncline.supplier;

import dev.syncline.document.DocumentValues;
import dev.syncline.secret.Secrets;
import java.util.Objects;

/** What a supplier answered to a call, as a message to people shows it. */
public final class ShownAnswer {
    private static final int MOST = 300;

    private ShownAnswer() {}

    /**
     * Returns the beginning of an answer, without secrets.
     *
     * @param answer may be null
     */
    public static String of(String answer) {
        return DocumentValues.shown(Secrets.masked(Objects.toString(answer, "")), MOST);
    }
}
