package dev.syncline.console.routes;

import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What the form that runs a route sends; a browser sends what was left empty, too. */
public class RunForm {
    @RestForm
    String token;

    /** Empty for the dates. */
    @RestForm
    String range;

    @RestForm
    String from;

    @RestForm
    String to;

    @RestForm
    String depth;

    @RestForm
    String dryRun;

    @RestForm
    String withPrerequisites;

    /** A key a line. */
    @RestForm
    String keys;

    String namedRange() {
        return isBlank(range) ? null : range;
    }

    /** The dates count where no range is named. */
    String boundary(String date) {
        return namedRange() != null || isBlank(date) ? null : date.strip();
    }

    List<String> namedKeys() {
        return isBlank(keys)
                ? null
                : Arrays.stream(keys.split("\\R")).filter(key -> !key.isBlank()).toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
