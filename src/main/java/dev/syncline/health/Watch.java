package dev.syncline.health;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.record.LogPartitions;
import dev.syncline.record.Notice;
import dev.syncline.record.Notices;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Raises a notice when a route did not run, is stuck or fails, and resolves it when that is over. Every process does so
 * on a thread of its own, as the scheduler is watched too. All of them write the same, so it does not matter which one
 * does.
 */
@ApplicationScoped
class Watch {
    static final String LOG_PARTITION_MISSING = "LOG_PARTITION_MISSING";

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final List<String> KINDS = Stream.concat(
                    Arrays.stream(Alarm.values()).map(Alarm::name), Stream.of(LOG_PARTITION_MISSING))
            .toList();

    private final RouteHealths standings;
    private final LogPartitions partitions;
    private final Notices notices;
    private final Clock clock;
    private final AlarmLimits limits;
    private final Duration interval;
    private final Duties duties;
    private Duty duty;

    Watch(
            RouteHealths standings,
            LogPartitions partitions,
            Notices notices,
            Clock clock,
            Duties duties,
            @ConfigProperty(name = "syncline.watch.interval") Duration interval,
            @ConfigProperty(name = "syncline.watch.stuck-after") Duration stuckAfter,
            @ConfigProperty(name = "syncline.watch.waits-long-after") Duration waitsLongAfter,
            @ConfigProperty(name = "syncline.watch.failed-percent") int failedPercent) {
        this.standings = standings;
        this.partitions = partitions;
        this.notices = notices;
        this.clock = clock;
        this.duties = duties;
        this.interval = interval;
        this.limits = new AlarmLimits(stuckAfter, waitsLongAfter, 3, 10, failedPercent);
    }

    /** The subject of an open notice. */
    private record NoticeSubject(String kind, String route) {}

    void start(@Observes CamelContextStartedEvent event) {
        duty = duties.repeat("watch", interval, interval, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }

    /** Raises and resolves notices so that the open ones describe the current state. */
    void look() {
        List<Notice> open = notices.open(
                KINDS); // read first, so that a notice that another process resolves meanwhile stays resolved
        Map<NoticeSubject, String> found = found();
        for (Notice notice : open) {
            String text = found.remove(new NoticeSubject(notice.kind, notice.route));
            if (text == null) {
                notices.clear(notice.kind, notice.route, notice.key);
            } else if (!text.equals(notice.text)) {
                notices.raise(notice.kind, notice.route, notice.key, text);
            }
        }
        found.forEach((subject, text) -> {
            LOG.warnf("%s %s: %s", subject.kind(), Objects.toString(subject.route(), ""), text);
            notices.raise(subject.kind(), subject.route(), null, text);
        });
    }

    private Map<NoticeSubject, String> found() {
        Map<NoticeSubject, String> found = new HashMap<>();
        standings.all().forEach((route, standing) -> {
            for (Alarm condition : Alarm.values()) {
                String text = condition.text(standing, limits);
                if (text != null) {
                    found.put(new NoticeSubject(condition.name(), route), text);
                }
            }
        });
        if (partitions.isMissing(clock.instant())) {
            found.put(
                    new NoticeSubject(LOG_PARTITION_MISSING, null),
                    "The document log of this month or the next has no partition of its own: it is written to"
                            + " sync_document_log_rest, which is slower to purge. Syncline's log has the reason");
        }
        return found;
    }
}
