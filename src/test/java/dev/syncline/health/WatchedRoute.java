package dev.syncline.health;

import static dev.syncline.support.Api.as;

import dev.syncline.duty.Duties;
import dev.syncline.record.LogPartitions;
import dev.syncline.record.Notices;
import dev.syncline.route.Catalog;
import dev.syncline.run.RouteProgress;
import dev.syncline.run.RouteStates;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import dev.syncline.value.Micros;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A route of the ledger that runs every night at four. Its watch looks in nights to come, where nothing runs by itself but
 * what a test puts there.
 */
@ApplicationScoped
class WatchedRoute {
    static final String ROUTE = "ledger-watched-to-relay";
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final Catalog catalog;
    private final RouteStates states;
    private final RouteProgress progress;
    private final FireTimes schedules;
    private final LogPartitions partitions;
    private final Notices notices;

    WatchedRoute(
            Catalog catalog,
            RouteStates states,
            RouteProgress progress,
            FireTimes schedules,
            LogPartitions partitions,
            Notices notices) {
        this.catalog = catalog;
        this.states = states;
        this.progress = progress;
        this.schedules = schedules;
        this.partitions = partitions;
        this.notices = notices;
    }

    /** Its next times. It has no history then. */
    Instant[] nights() {
        forget();
        hub().execute("insert into sync_route (name) values (?) on conflict do nothing", ROUTE);
        Instant[] nights = new Instant[8];
        Instant night = Instant.now();
        for (int i = 0; i < nights.length; i++) {
            night = schedules.next(catalog.get(ROUTE), night);
            nights[i] = night;
        }
        return nights;
    }

    void forget() {
        as("admin").post("/api/routes/" + ROUTE + "/resume").then().statusCode(200);
        hub().execute("delete from sync_run where route = ?", ROUTE);
        hub().execute("delete from sync_audit where subject = ?", ROUTE);
        hub().execute("delete from sync_notice where route = ? or route is null", ROUTE);
        hub().execute(
                        "update sync_route set success = 0, failed = 0, last_success = null, watermark = null,"
                                + " watermark_unit = null where name = ?",
                        ROUTE);
    }

    /** The kinds of the route's open notices after a look at that time. */
    Set<String> open(Instant now) {
        watch(Clock.fixed(now, ZoneOffset.UTC)).look();
        return Set.copyOf(list().getList("items.kind"));
    }

    Watch watch(Clock clock) {
        return watch(clock, MINUTE);
    }

    Watch watch(Clock clock, Duration interval) {
        return new Watch(
                standings(clock),
                partitions,
                notices,
                clock,
                new Duties(),
                interval,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                5);
    }

    private RouteHealths standings(Clock clock) {
        return new RouteHealths(catalog, states, progress, schedules, clock);
    }

    RouteHealth standing(String route, Instant now) {
        return standings(Clock.fixed(now, ZoneOffset.UTC)).all().get(route);
    }

    static JsonPath list() {
        return as("viewer").get("/api/notices?route=" + ROUTE).as(Reply.class);
    }

    void standsAt(Instant lastSuccess, Instant watermark) {
        hub().execute(
                        "update sync_route set last_success = ?, watermark = ?, watermark_unit = 'TIME' where name = ?",
                        time(lastSuccess),
                        Micros.of(watermark),
                        ROUTE);
    }

    void ended(String status, Instant finished) {
        insert(ROUTE, status, finished, finished, null, null);
        hub().execute(
                        "update sync_run set finished_at = started_at, reason = 'it was said why' where route = ?",
                        ROUTE);
    }

    void running(Instant since, Instant leaseUntil, Instant waitingUntil) {
        insert(ROUTE, "IN_PROGRESS", since, since, leaseUntil, waitingUntil);
    }

    void queued(Instant since, Long after) {
        insert(ROUTE, "IN_PROGRESS", since, null, null, null);
        hub().execute("update sync_run set after_run = ? where route = ? and status = 'IN_PROGRESS'", after, ROUTE);
    }

    void insert(
            String route, String status, Instant created, Instant started, Instant leaseUntil, Instant waitingUntil) {
        hub().execute(
                        """
                with run as (
                    insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at,
                        started_at)
                    values (?, ?, ?, 'SCHEDULE', 'schedule', 'changes', 'SHALLOW', ?, ?)
                    returning *)
                insert into sync_work_part (id, kind, item, status, queued, phase, started_at, lease_until, waiting_until)
                select id, 'RUN', id, status, queued, 'RANGE', started_at, ?, ? from run""",
                        route,
                        status,
                        started == null,
                        time(created),
                        time(started),
                        time(leaseUntil),
                        time(waitingUntil));
    }

    /** A bean is made anew for each application, the hub's address with it. */
    private static Database hub() {
        return Database.hub();
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
