package dev.syncline.console.reconciliations;

import org.jboss.resteasy.reactive.RestForm;

/** What the forms that start a reconciliation send; a browser sends what was left empty, too. */
public class ReconciliationForm {
    @RestForm
    String token;

    @RestForm
    String route;

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
    String repair;

    String namedRange() {
        return orNull(range);
    }

    /** The dates count if no range is named. */
    String boundary(String date) {
        return namedRange() != null ? null : orNull(date);
    }

    /** Whether dates were to be the range, and none is given. */
    boolean lacksDates() {
        return namedRange() == null && orNull(from) == null && orNull(to) == null;
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
