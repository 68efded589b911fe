package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** The counters of a route beside what the status table holds, both as of one moment: a run may be moving them. */
public final class Counters {
    private Counters() {}

    /** In the order of the codes: in progress, success, failed, blocked, on hold. */
    public static void assertExact(String route) {
        List<String> both = Database.hub()
                .column(
                        String.class,
                        """
                        select array[in_progress, success, failed, blocked, on_hold]::text from sync_route where name = ?
                        union all
                        select array[count(*) filter (where r.status = 0), count(*) filter (where r.status = 1),
                                     count(*) filter (where r.status = 2), count(*) filter (where r.status = 3),
                                     count(*) filter (where r.status = 4)]::text
                        from sync_record r join sync_route t on t.id = r.route where t.name = ?""",
                        route,
                        route);
        assertEquals(both.get(1), both.get(0), route);
    }
}
