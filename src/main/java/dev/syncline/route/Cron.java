package dev.syncline.route;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When a schedule comes round, by the clocks of a zone. Where these are put back, what runs at hours that the schedule
 * names runs at the first of the two, and what runs in intervals goes on in both. Where they are put forward, what was due
 * in the hour that is left out runs once at its end, unless the schedule comes round in the hour after it anyway.
 */
public final class Cron {
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    /** Of times on the wall, taken for UTC: there, no hour is left out or comes twice. */
    private final CronExpression wall;

    private final ZoneRules rules;
    private final boolean namesHours;

    /** @throws IllegalArgumentException when the schedule is no Quartz cron; the start-up check has said so before */
    public Cron(String schedule, ZoneId zone) {
        try {
            this.wall = new CronExpression(schedule);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Schedule '" + schedule + "' is no cron", e);
        }
        wall.setTimeZone(UTC);
        this.rules = zone.getRules();
        this.namesHours = schedule.strip().split("\\s+")[2].matches("\\d+(,\\d+)*");
    }

    /** The first time after that moment; null when it never comes. */
    public Instant next(Instant after) {
        Instant from = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (true) {
            ZoneOffset offset = rules.getOffset(from);
            LocalDateTime at = firstFrom(earliest(from, offset));
            if (at == null) {
                return null;
            }
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change == null || at.isBefore(change.getDateTimeBefore())) {
                return at.toInstant(offset);
            }
            if (isMadeUp(change, at)) {
                return change.getInstant();
            }
            Instant shortBefore = at.minusDays(2).toInstant(ZoneOffset.UTC);
            from = shortBefore.isAfter(change.getInstant()) ? shortBefore : change.getInstant();
        }
    }

    /** What clocks show at that moment, or the end of the time that they show again, where it is not to count again. */
    private LocalDateTime earliest(Instant from, ZoneOffset offset) {
        LocalDateTime shown = LocalDateTime.ofInstant(from, offset);
        ZoneOffsetTransition last = rules.previousTransition(from.plusNanos(1));
        boolean isShownAgain = last != null && last.isOverlap() && shown.isBefore(last.getDateTimeBefore());
        return namesHours && isShownAgain ? last.getDateTimeBefore() : shown;
    }

    /** @param at the first time of the schedule that is not before the change */
    private boolean isMadeUp(ZoneOffsetTransition change, LocalDateTime at) {
        if (!change.isGap() || !at.isBefore(change.getDateTimeAfter())) {
            return false;
        }
        LocalDateTime behind = firstFrom(change.getDateTimeAfter());
        return behind == null || !behind.isBefore(change.getDateTimeAfter().plus(change.getDuration()));
    }

    private LocalDateTime firstFrom(LocalDateTime earliest) {
        Date found =
                wall.getNextValidTimeAfter(Date.from(earliest.minusSeconds(1).toInstant(ZoneOffset.UTC)));
        return found == null ? null : LocalDateTime.ofInstant(found.toInstant(), ZoneOffset.UTC);
    }
}
