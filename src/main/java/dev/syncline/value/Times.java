package dev.syncline.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates and times in JSON (ISO-8601, with T or a blank) for columns of all kinds. Infinity is the last or first
 * value of the Java type, as in PostgreSQL's driver; so is the time 24:00.
 */
public final class Times {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT); // otherwise 31 February would mean the 28th

    /** The length of a date without a time, with a year of four digits. */
    private static final int DATE = 10;

    /** A year of more digits without the sign that ISO-8601 requires, or a year BC. */
    private static final Pattern OTHER_YEAR =
            Pattern.compile("([+-]?\\d{4,9})(-\\d\\d-\\d\\d)(?:[Tt ](\\d.*?))?( [Bb][Cc])?");

    private static final Pattern SPAN = Pattern.compile("(-?)(\\d{1,4}):([0-5]\\d)(?::([0-5]\\d)(?:\\.(\\d{1,9}))?)?");
    private static final Pattern MIDNIGHT = Pattern.compile("24:00(:00(\\.0+)?)?");
    private static final Instant FOREVER = OffsetDateTime.MAX.toInstant();
    private static final Instant NEVER = OffsetDateTime.MIN.toInstant();

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    private static TemporalAccessor parsed(String text) {
        String form = text.strip();
        boolean isUsual = form.length() == DATE
                || form.length() > DATE
                        && "Tt ".indexOf(form.charAt(DATE)) >= 0
                        && "Cc".indexOf(form.charAt(form.length() - 1)) < 0;
        if (!isUsual) {
            form = withIsoYear(form);
        } else if (form.length() > DATE && form.charAt(DATE) == ' ') {
            form = form.substring(0, DATE) + 'T' + form.substring(DATE + 1);
        }
        if (form.length() <= DATE) {
            return FORM.parse(
                    form,
                    LocalDate::from); // parseBest would throw an exception for each type before the one that matches
        }
        return FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    /** Returns an Instant if the text has an offset, else a LocalDateTime. */
    static Object whole(String text) {
        TemporalAccessor parsed = parsed(text);
        return parsed instanceof OffsetDateTime time
                ? time.toInstant()
                : parsed instanceof LocalDateTime ? parsed : ((LocalDate) parsed).atStartOfDay();
    }

    private static String withIsoYear(String text) {
        Matcher form = OTHER_YEAR.matcher(text);
        if (!form.matches()) {
            return text;
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(4) != null) {
            year = 1 - year;
        }
        return (isBeyond(year) && year != 0
                        ? String.format(Locale.ROOT, "%+05d", year)
                        : String.format(Locale.ROOT, "%04d", year))
                + form.group(2)
                + (form.group(3) == null ? "" : 'T' + form.group(3));
    }

    public static boolean isBeyond(Instant moment) {
        return moment.isBefore(FIRST) || moment.isAfter(LAST);
    }

    /** Returns whether a year is before 1 or after 9999. */
    public static boolean isBeyond(int year) {
        return year < 1 || year > 9999;
    }

    /** Returns 1 for infinity, -1 for minus infinity, 0 otherwise. */
    private static int infinity(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "infinity", "+infinity" -> 1;
            case "-infinity" -> -1;
            default -> 0;
        };
    }

    public static Instant moment(String text, ZoneId zone) {
        int infinity = infinity(text);
        if (infinity != 0) {
            return infinity > 0 ? FOREVER : NEVER;
        }
        return parsed(text) instanceof OffsetDateTime time
                ? time.toInstant()
                : local(text, zone).atZone(zone).toInstant();
    }

    public static LocalDateTime local(String text, ZoneId zone) {
        int infinity = infinity(text);
        if (infinity != 0) {
            return infinity > 0 ? LocalDateTime.MAX : LocalDateTime.MIN;
        }
        TemporalAccessor parsed = parsed(text);
        if (parsed instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(zone).toLocalDateTime();
        }
        return parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
    }

    public static LocalDate date(String text, ZoneId zone) {
        return local(text, zone).toLocalDate();
    }

    public static LocalTime time(String text) {
        String form = text.strip();
        return MIDNIGHT.matcher(form).matches() ? LocalTime.MAX : LocalTime.parse(form);
    }

    /** Parses hours, minutes and seconds, also of more than a day. */
    public static Duration span(String text) {
        Matcher form = SPAN.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException();
        }
        String fraction = form.group(5) == null ? "" : form.group(5);
        Duration span = Duration.ofHours(Long.parseLong(form.group(2)))
                .plusMinutes(Long.parseLong(form.group(3)))
                .plusSeconds(form.group(4) == null ? 0 : Long.parseLong(form.group(4)))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        return form.group(1).isEmpty() ? span : span.negated();
    }

    public static String text(Duration span) {
        Duration size = span.abs();
        String fraction = size.getNano() == 0
                ? ""
                : String.format(Locale.ROOT, ".%09d", size.getNano()).replaceAll("0+$", "");
        return (span.isNegative() ? "-" : "")
                + String.format(
                        Locale.ROOT, "%02d:%02d:%02d", size.toHours(), size.toMinutesPart(), size.toSecondsPart())
                + fraction;
    }

    /** Returns the text that databases use; for years before 1 or after 9999 it is not ISO-8601. */
    public static String text(Temporal time) {
        if (time.equals(LocalDate.MAX) || time.equals(LocalDateTime.MAX) || time.equals(FOREVER)) {
            return "infinity";
        } else if (time.equals(LocalDate.MIN) || time.equals(LocalDateTime.MIN) || time.equals(NEVER)) {
            return "-infinity";
        } else if (time.equals(LocalTime.MAX)) {
            return "24:00:00";
        } else if (time instanceof LocalDate date && isBeyond(date.getYear())) {
            return year(date) + (date.getYear() < 1 ? " BC" : "");
        } else if (time instanceof LocalDateTime local && isBeyond(local.getYear())) {
            return year(local.toLocalDate()) + ' ' + local.toLocalTime() + (local.getYear() < 1 ? " BC" : "");
        } else if (time instanceof Instant moment) {
            if (isBeyond(moment)) {
                LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
                return year(local.toLocalDate()) + ' ' + local.toLocalTime() + "+00"
                        + (local.getYear() < 1 ? " BC" : "");
            }
        }
        return time.toString();
    }

    private static String year(LocalDate date) {
        int year = date.getYear() < 1 ? 1 - date.getYear() : date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    /** Returns whether it is infinite, or 24:00, which PostgreSQL distinguishes from the next 00:00. */
    static boolean isInfinite(Object time) {
        return time.equals(LocalDateTime.MAX)
                || time.equals(LocalDateTime.MIN)
                || time.equals(FOREVER)
                || time.equals(NEVER)
                || time.equals(LocalTime.MAX);
    }
}
