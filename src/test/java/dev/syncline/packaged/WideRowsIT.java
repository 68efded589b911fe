package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 1,500 records of 380 kB and one of 60 MB go through a program of 256 MB, which ends when its memory is not enough: what
 * is fetched, judged, sent and recorded is bounded by bytes.
 */
class WideRowsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTE = "erp-wide-to-relay";
    private static final int NARROW = 5_000;
    private static final int WIDE = 1_500;
    private static final int ALL = NARROW + WIDE + 1 + NARROW;
    private static final String LARGEST = "wide-006501";

    @TempDir
    Path folder;

    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();
    private final AtomicLong longestCall = new AtomicLong();
    private HttpServer archive;
    private Plant plant;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.setExecutor(Executors.newCachedThreadPool());
        archive.createContext("/", this::take);
        archive.start();
        plant = new Plant(folder);
        plant.execute(
                "erp",
                """
                create table wide as
                select 'wide-' || lpad(n::text, 6, '0') as no, 'Name ' || n as name,
                       repeat(md5(n::text), case when n = 6501 then 1900000 when n > 5000 and n < 6501 then 11875
                                                 else 1 end) as street,
                       timestamptz '2026-01-01' + n * interval '1 second' as changed_at
                from generate_series(1, %d) n"""
                        .formatted(ALL));
        plant.route(ROUTE, "wide", 0);
        Map<String, String> environment = plant.environment();
        environment.put(
                "SYNCLINE_SYSTEMS_RELAY_URL",
                "http://localhost:" + archive.getAddress().getPort());
        program = plant.startWith(environment, Program.ALL_COMPILERS, "-Xmx256m");
        await().atMost(Duration.ofMinutes(2)).until(program::isReady);
    }

    @AfterEach
    void stop() throws Exception {
        if (program != null) {
            program.kill();
        }
        plant.close();
        archive.stop(0);
    }

    @Test
    void goThroughASmallProgramAndARowThatIsTooLargeFailsAlone() throws Exception {
        long run = program.trigger(ROUTE, "range=all").path("id").asLong();
        ends(run, "PARTIAL");
        assertEquals(
                List.of((ALL - 1) + "|1"),
                plant.hub("select created || '|' || failed from sync_run where id = " + run));
        String reason =
                plant.hub("select reason from sync_record where status = 2").get(0);
        assertTrue(reason.contains("larger than"), reason);
        assertEquals(
                List.of(LARGEST), plant.hub("select key from sync_record where status = 2"), "it fails, and no other");
        assertTheArchiveHasWhatTheErpHas();
        assertTrue(longestCall.get() < 2 << 20, "the longest call has " + longestCall.get() + " bytes");

        run = program.trigger(ROUTE, "range=all&depth=deep").path("id").asLong();
        ends(run, "PARTIAL");
        assertEquals(
                List.of((ALL - 1) + "|1"),
                plant.hub("select unchanged || '|' || failed from sync_run where id = " + run));

        // By key they are as wide, and together more than the memory.
        plant.execute("erp", "update wide set street = street || '!' where no > 'wide-005000'");
        plant.execute("erp", "update wide set street = 'short' where no = '" + LARGEST + "'");
        List<String> keys = IntStream.rangeClosed(5_901, 6_501)
                .mapToObj("wide-%06d"::formatted)
                .toList();
        run = program.trigger(ROUTE, keys).path("id").asLong();
        ends(run, "SUCCESS");
        assertEquals(List.of("600|1"), plant.hub("select updated || '|' || created from sync_run where id = " + run));
        run = program.trigger(ROUTE, "range=all").path("id").asLong();
        ends(run, "SUCCESS");
        assertTheArchiveHasWhatTheErpHas();
    }

    private void ends(long run, String status) throws IOException {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(5))
                .until(() -> !program.isAlive() || !plant.status(run).equals("IN_PROGRESS"));
        String output = program.output();
        assertTrue(program.isAlive(), () -> output.substring(Math.max(0, output.length() - 4_000)));
        assertFalse(output.contains("OutOfMemoryError"), "its memory is enough");
        assertEquals(status, plant.status(run), () -> plant.hub(
                        "select coalesce(reason, '') from sync_run where id = " + run)
                .get(0));
    }

    private void assertTheArchiveHasWhatTheErpHas() {
        Map<String, Integer> expected =
                plant.erp("select no || '=' || length(street) from wide where length(street) < 1000000").stream()
                        .map(row -> row.split("="))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
        assertEquals(expected, Map.copyOf(lengths));
    }

    /** Keeps the length of each record's street. */
    private void take(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        longestCall.accumulateAndGet(body.length, Math::max);
        StringJoiner results = new StringJoiner(",", "{\"results\":[", "]}");
        for (JsonNode record : JSON.readTree(body).path("records")) {
            String key = record.path("key").asText();
            Integer before = lengths.put(key, record.at("/data/street").asText().length());
            results.add("{\"key\":\"" + key + "\",\"status\":\"" + (before == null ? "created" : "updated")
                    + "\",\"id\":\"" + key + "\"}");
        }
        byte[] answer = results.toString().getBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }
}
