package dev.syncline.console.reconciliations;

import static dev.syncline.console.frame.FormFields.strippedOrNull;

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
        return strippedOrNull(range);
    }

    /** The dates count if no range is named. */
    String boundary(String date) {
        return namedRange() != null ? null : strippedOrNull(date);
    }

    /** Whether dates were to be the range, and none is given. */
    boolean lacksDates() {
        return namedRange() == null && strippedOrNull(from) == null && strippedOrNull(to) == null;
    }
}
