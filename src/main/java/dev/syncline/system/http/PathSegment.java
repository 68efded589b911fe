package dev.syncline.system.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text of a record or of another system as one segment of a path: whatever is in it, it leads nowhere else. */
public final class PathSegment {
    /** A step of a path, as the whole text or between slashes of it; what is behind a semicolon is a parameter of it. */
    private static final Pattern STEP = Pattern.compile("(?:^|[/\\\\])\\.{1,2}(?:[;/\\\\]|$)");

    private PathSegment() {}

    /**
     * Returns the text encoded. Empty where no path can have it: clients, proxies and servers take it for steps, some of them
     * after they decoded it, or for the end of a line.
     */
    public static Optional<String> of(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        boolean isWhole = URLDecoder.decode(encoded, StandardCharsets.UTF_8).equals(text);
        boolean isStep =
                STEP.matcher(text).find() || STEP.matcher(decoded(text)).find();
        boolean isOneLine = text.chars().noneMatch(Character::isISOControl);
        return text.isEmpty() || isStep || !isWhole || !isOneLine ? Optional.empty() : Optional.of(encoded);
    }

    /** As somebody reads it who decodes twice. */
    private static String decoded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "\\")
                .replace("%3b", ";");
    }
}
