package dev.syncline.document.edifact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads periods of data element 2379: a month, a week, or from one day, month or week to another. */
final class EdifactPeriod {
    /** The format of one end of a period; W is an ISO week. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("609", "yyMM"),
            Map.entry("610", "yyyyMM"),
            Map.entry("615", "yyWW"),
            Map.entry("616", "yyyyWW"),
            Map.entry("709", "yyMM"),
            Map.entry("710", "yyyyMM"),
            Map.entry("713", "yyMMddHHmm"),
            Map.entry("715", "yyWW"),
            Map.entry("716", "yyyyWW"),
            Map.entry("717", "yyMMdd"),
            Map.entry("718", "yyyyMMdd"),
            Map.entry("719", "yyyyMMddHHmm"));

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private EdifactPeriod() {}

    static boolean isOne(String format) {
        return FORMATS.containsKey(format);
    }

    /**
     * Returns the last day of the period, when all of it is delivered. The hyphen between its ends may be missing.
     *
     * @return null if the text does not have the format
     */
    static LocalDate lastDay(String format, String text) {
        String unit = FORMATS.get(format);
        boolean isRange = format.startsWith("7");
        String digits = isRange ? text.replaceFirst("-", "") : text;
        if (digits.length() != unit.length() * (isRange ? 2 : 1)
                || !DIGITS.matcher(digits).matches()) {
            return null;
        }
        String last = digits.substring(digits.length() - unit.length());
        if (isRange && unit.startsWith("yyyy") && digits.compareTo(last) > 0 && !digits.startsWith(last)) {
            return null; // The period ends before it begins.
        }
        int yearDigits = unit.startsWith("yyyy") ? 4 : 2;
        int year = Integer.parseInt(last.substring(0, yearDigits));
        if (yearDigits == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        int next = Integer.parseInt(last.substring(yearDigits, yearDigits + 2));
        try {
            if (unit.contains("WW")) {
                return endOfWeek(year, next);
            }
            if (!unit.contains("dd")) {
                return YearMonth.of(year, next).atEndOfMonth();
            }
            return LocalDate.of(year, next, Integer.parseInt(last.substring(yearDigits + 2, yearDigits + 4)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the Sunday of an ISO week; 28 December is in the last week of every year. */
    private static LocalDate endOfWeek(int year, int week) {
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 12, 28))
                .getMaximum();
        if (week < 1 || week > weeks) {
            throw new DateTimeException("no week");
        }
        return LocalDate.of(year, 12, 28)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.SUNDAY);
    }
}
