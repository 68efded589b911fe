package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database look after it: each looks at the routes, and purges, as often as it can. */
class HousekeepingIT {
    private static final String ROUTE = "erp-many-to-relay";
    private static final Pattern PURGED = Pattern.compile("Purged (\\d+) runs, .*?(\\d+) audit entries");

    @TempDir
    Path folder;

    private final List<Program> programs = new ArrayList<>();
    private Plant plant;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(folder);
        plant.route(ROUTE, "many", 10, "schedule=0 0 3 1 1 ?");
        environment = plant.environment();
        environment.put("SYNCLINE_WATCH_INTERVAL", "200ms");
        environment.put("SYNCLINE_RETENTION_CRON", "* * * * * ?");
        programs(2);
    }

    @AfterEach
    void stop() throws Exception {
        kill();
        plant.close();
    }

    @Test
    void tellsOnceAndPurgesOnceAndGoesOnWithAPurgeThatWasKilled() throws Exception {
        runs(20_000, "CANCELLED", "'2020-01-01'");
        entries(100_000);
        await().until(() -> purged(1) == 19_999 && purged(2) == 100_000);
        assertEquals(List.of("1"), plant.hub("select count(*) from sync_run where created_at < '2021-01-01'"));

        for (int round = 1; round <= 3; round++) {
            runs(3, "FAILED", "now()");
            await().until(() -> notices("resolved_at is null") == 1);
            runs(1, "SUCCESS", "now()");
            await().until(() -> notices("resolved_at is null") == 0);
            assertEquals(round, notices("resolved_by = 'syncline'"));
        }
        for (Program program : programs) {
            assertEquals(
                    List.of(),
                    program.output()
                            .lines()
                            .filter(line -> line.contains("\"ERROR\"") || line.contains("could not be looked at"))
                            .toList());
        }

        entries(500_000);
        await().pollInterval(Duration.ofMillis(20)).until(() -> left() < 500_000);
        kill();
        assertTrue(left() > 0, "killed in the midst");
        programs(1);
        await().until(() -> left() == 0);
        assertEquals(List.of("young"), plant.hub("select action from sync_audit where who = 'somebody'"));
    }

    private void programs(int more) throws IOException {
        for (int i = 0; i < more; i++) {
            programs.add(plant.start(environment));
        }
        await().until(() -> programs.stream().allMatch(Program::isReady));
    }

    private void kill() throws InterruptedException {
        for (Program program : programs) {
            program.kill();
        }
        programs.clear();
    }

    private void runs(int count, String status, String at) throws Exception {
        plant.execute(
                "hub",
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at,
                    started_at, finished_at, reason)
                select '%1$s', '%2$s', false, 'SCHEDULE', 'schedule', 'changes', 'SHALLOW', %3$s, %3$s, %3$s, 'Told so'
                from generate_series(1, %4$d)"""
                        .formatted(ROUTE, status, at, count));
    }

    /** Old ones, and a young one where there is none. */
    private void entries(int count) throws Exception {
        plant.execute(
                "hub",
                """
                insert into sync_audit (at, who, action, subject)
                select '2020-01-01', 'somebody', 'old', 'any' from generate_series(1, %d)"""
                        .formatted(count));
        plant.execute(
                "hub",
                """
                insert into sync_audit (at, who, action, subject)
                select now(), 'somebody', 'young', 'any'
                where not exists (select from sync_audit where action = 'young')""");
    }

    private long left() {
        return Long.parseLong(plant.hub("select count(*) from sync_audit where action = 'old'")
                .get(0));
    }

    private int notices(String which) {
        return Integer.parseInt(plant.hub("select count(*) from sync_notice where kind = 'RUNS_FAIL' and " + which)
                .get(0));
    }

    /** What both say that they have purged; 1: runs, 2: entries of the audit log. */
    private long purged(int group) throws IOException {
        long all = 0;
        for (Program program : programs) {
            Matcher matcher = PURGED.matcher(program.output());
            all += matcher.results()
                    .map((MatchResult result) -> result.group(group))
                    .mapToLong(Long::parseLong)
                    .sum();
        }
        return all;
    }
}
