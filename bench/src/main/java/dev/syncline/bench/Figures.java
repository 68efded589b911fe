package dev.syncline.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** What is measured of Syncline alone: how its cost grows with the number of records. */
final class Figures {
    private static final int TIMES = 21;
    private static final String ALL = "{\"range\":\"all\"}";
    private static final String CHANGES = "{\"range\":\"changes\"}";

    private final Database database;
    private final Source source;
    private final Syncline syncline;
    private int version;

    Figures(Database database, Source source, Syncline syncline) {
        this.database = database;
        this.source = source;
        this.syncline = syncline;
    }

    void print() throws Exception {
        load(100_000); // warm-up
        emptyPolls();
        triggerLatency();
        unindexed();
        recordPages();
    }

    /** @return seconds of a first load of so many rows */
    double load(int rows) throws Exception {
        syncline.forget();
        source.fill(rows, version++);
        database.settle();
        return Program.seconds(syncline.run(ALL));
    }

    private void emptyPolls() throws Exception {
        double smallest = 0;
        for (int rows : List.of(10_000, 100_000, 1_000_000)) {
            load(rows);
            double poll = median(() -> Program.seconds(syncline.run(CHANGES)));
            smallest = smallest == 0 ? poll : smallest;
            System.out.printf(
                    "empty poll, %,9d rows            %8.1f ms   x %.2f%n", rows, poll * 1e3, poll / smallest);
        }
    }

    private void triggerLatency() throws Exception {
        double answered = median(() -> {
            long start = System.nanoTime();
            HttpResponse<String> run = syncline.runAndWait(CHANGES);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!run.body().contains("\"finishedAt\":\"")) {
                throw new IllegalStateException("The run has not ended: " + run.body());
            }
            return seconds;
        });
        System.out.printf("trigger until the run has ended      %8.1f ms%n", answered * 1e3);
    }

    private void unindexed() throws Exception {
        source.index(false);
        double small = load(100_000);
        double smallAgain = Program.seconds(syncline.run(ALL));
        double large = load(1_000_000);
        double largeAgain = Program.seconds(syncline.run(ALL));
        source.index(true);
        System.out.printf("no index, first load, 100,000        %8.1f s%n", small);
        System.out.printf("no index, first load, 1,000,000      %8.1f s    x %.1f%n", large, large / small);
        System.out.printf("no index, nothing changed, 100,000   %8.1f s%n", smallAgain);
        System.out.printf(
                "no index, nothing changed, 1,000,000 %8.1f s    x %.1f%n", largeAgain, largeAgain / smallAgain);
    }

    private void recordPages() throws Exception {
        load(2_000_000);
        database.execute(
                Database.HUB,
                """
                update sync_record set status = 2, reason = 'Refused for the benchmark'
                where substr(key, 9, 2) = '07'""",
                "vacuum analyze sync_record");
        for (String filter : List.of("status=FAILED", "status=SUCCESS", "status=FAILED&limit=500", "q=V-01234567")) {
            double[] times = times(() -> {
                long start = System.nanoTime();
                HttpResponse<String> page = syncline.get("/api/records?route=erp-vendors-to-relay&" + filter);
                if (page.statusCode() != 200 || !page.body().contains("\"key\"")) {
                    throw new IllegalStateException("No page: " + page.body());
                }
                return (System.nanoTime() - start) / 1e9;
            });
            System.out.printf(
                    "records at 2,000,000, %-25s median %.1f ms, most %.1f ms%n",
                    filter, times[times.length / 2] * 1e3, times[times.length - 1] * 1e3);
        }
    }

    private interface Measurement {
        double seconds() throws IOException, InterruptedException, SQLException;
    }

    private static double median(Measurement measurement) throws Exception {
        return times(measurement)[TIMES / 2];
    }

    /** Sorted. */
    private static double[] times(Measurement measurement) throws Exception {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = measurement.seconds();
        }
        Arrays.sort(times);
        return times;
    }
}
