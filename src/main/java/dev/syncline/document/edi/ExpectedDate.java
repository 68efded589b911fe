package dev.syncline.document.edi;

import java.time.LocalDate;
import java.util.List;

/** Chooses the expected delivery date out of the dates that a document has, by their qualifiers. */
public final class ExpectedDate {
    private final List<String> qualifiers;
    private int rank = Integer.MAX_VALUE;
    private LocalDate date;

    /** @param qualifiers the best first; dates of others are ignored */
    public ExpectedDate(List<String> qualifiers) {
        this.qualifiers = qualifiers;
    }

    /**
     * Considers a date. Of several with one qualifier (a delivery in parts) the last is taken, when everything is
     * delivered.
     */
    public void offer(String qualifier, LocalDate offered) {
        int its = qualifiers.indexOf(String.valueOf(qualifier));
        if (its < 0 || offered == null) {
            return;
        }
        if (its < rank || its == rank && offered.isAfter(date)) {
            rank = its;
            date = offered;
        }
    }

    /** Returns the chosen date; null if no date had one of the qualifiers. */
    public LocalDate date() {
        return date;
    }
}
