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
 * Computes the times of a schedule in a time zone. When clocks are put back, a schedule that names hours fires in the
 * first of the two equal hours, and one with intervals in both. When clocks are put forward, a schedule that is due in
 * the skipped hour fires once at its end, unless it fires in the hour after that anyway.
 */
public final class Cron {
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    /** Computes with local times as if they were UTC, in which no hour is skipped or repeated. */
    private final CronExpression wall;

    private final ZoneRules rules;
    private final boolean namesHours;

    /** @throws IllegalArgumentException if the schedule is not a Quartz cron; the start-up check refuses that before */
    public Cron(String schedule, ZoneId zone) {
        try {
            this.wall = new CronExpression(schedule);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Schedule '" + schedule + "' is not a Quartz cron", e);
        }
        wall.setTimeZone(UTC);
        this.rules = zone.getRules();
        this.namesHours = schedule.strip().split("\\s+")[2].matches("\\d+(,\\d+)*");
    }

    /** Returns the first time after that moment; null if the schedule never fires again. */
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

    /**
     * Returns the local time from which to search: that of the moment, or the end of a repeated hour that must not
     * count again.
     */
    private LocalDateTime earliest(Instant from, ZoneOffset offset) {
        LocalDateTime shown = LocalDateTime.ofInstant(from, offset);
        ZoneOffsetTransition last = rules.previousTransition(from.plusNanos(1));
        boolean isShownAgain = last != null && last.isOverlap() && shown.isBefore(last.getDateTimeBefore());
        return namesHours && isShownAgain ? last.getDateTimeBefore() : shown;
    }

    /** @param at the first time of the schedule at or after the change */
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
