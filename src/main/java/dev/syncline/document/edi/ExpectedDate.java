package dev.syncline.document.edi;

import java.time.LocalDate;
import java.util.List;

/** The date that tells best when delivery is expected, out of those that a document has under their qualifiers. */
public final class ExpectedDate {
    private final List<String> qualifiers;
    private int rank = Integer.MAX_VALUE;
    private LocalDate date;

    /** @param qualifiers the best first; others are no expected delivery */
    public ExpectedDate(List<String> qualifiers) {
        this.qualifiers = qualifiers;
    }

    /** Of several dates of one qualifier (a delivery in parts) the last is taken: then everything is there. */
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

    /** @return null where there was none */
    public LocalDate date() {
        return date;
    }
}
