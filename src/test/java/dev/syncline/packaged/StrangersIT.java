package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of 256 MB, called by people without a log-in and by a partner with answers of 64 MB, while a run goes on: it stays
 * live and ready, and the run ends as it does without them.
 */
class StrangersIT {
    private static final String ROUTE = "erp-parts-to-relay";
    private static final int RECORDS = 40_000;
    private static final int SLOW = 200;
    private static final int LARGE = 60;
    private static final int BULKY = 3;
    private static final Duration COMES_BACK_AFTER = Duration.ofMillis(250);
    private static final String NOTIFICATIONS = "/api/suppliers/everest/notifications";
    private static final String SIGNED = "X-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n";

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger largeBodies = new AtomicInteger();
    private final AtomicInteger bulkyAnswers = new AtomicInteger();
    private HttpServer bulky;
    private Plant plant;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        bulky = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bulky.setExecutor(senders);
        bulky.createContext("/", this::answerAtLength);
        bulky.start();
        plant = new Plant(folder);
        plant.route(ROUTE, "parts", RECORDS, "pageSize=1000");
        Files.copy(
                Path.of("routes/templates/supplier-read.camel.yaml"),
                plant.routes().resolve("supplier-read.camel.yaml"));
        Files.writeString(
                plant.routes().resolve("strangers.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: supplier-read
                    routeId: everest.read
                    parameters:
                      - {name: system, value: everest}
                      - {name: vendor, value: V-00105}
                      - {name: format, value: json}
                - templatedRoute:
                    routeTemplateRef: http-read
                    routeId: bulky.read
                    parameters:
                      - {name: system, value: bulky}
                """);
        for (int i = 1; i <= BULKY; i++) {
            Files.writeString(
                    plant.route(bulkyRoute(i)),
                    """
                    - templatedRoute:
                        routeTemplateRef: sync
                        routeId: %1$s
                        parameters:
                          - {name: id, value: %1$s}
                          - {name: title, value: From a partner who tells too much}
                          - {name: section, value: Bulky}
                          - {name: entity, value: things-%2$d}
                          - {name: source, value: bulky}
                          - {name: target, value: relay}
                          - {name: key, value: "no"}
                    """
                            .formatted(bulkyRoute(i), i));
        }
        Map<String, String> environment = plant.environment();
        environment.put(
                "SYNCLINE_SYSTEMS_BULKY_URL",
                "http://localhost:" + bulky.getAddress().getPort());
        environment.put("SYNCLINE_LEASE", "30s"); // as it is by default
        environment.put("SYNCLINE_SYSTEMS_EVEREST_URL", "http://localhost:1");
        environment.put("SYNCLINE_SYSTEMS_EVEREST_NOTIFICATION_SECRET", "agreed on");
        program = plant.startWith(environment, Program.ALL_COMPILERS, "-Xmx256m");
        await().until(program::isReady);
    }

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        senders.shutdownNow();
        if (program != null) {
            program.kill();
        }
        plant.close();
        bulky.stop(0);
    }

    @Test
    void whatStrangersAndPartnersDoCostsNothingButThemselves() throws Exception {
        plant.relay().takesItsTime(Duration.ofMillis(300));
        long run = program.trigger(ROUTE, "range=all").path("id").asLong();
        await().until(() -> plant.relay().records() > 0);
        List<Long> bulkyRuns = new ArrayList<>();
        for (int i = 1; i <= BULKY; i++) {
            bulkyRuns.add(program.trigger(bulkyRoute(i), "range=all").path("id").asLong());
        }
        for (int i = 0; i < SLOW; i++) {
            sendSlowly(i);
        }
        for (int i = 0; i < LARGE; i++) {
            int number = i;
            senders.execute(() -> sendLarge(number));
        }
        assertEquals("IN_PROGRESS", plant.status(run), "they come while it goes on");
        for (int i = 1; i <= 10; i++) {
            int bodies = i * LARGE / 2;
            await().until(() -> largeBodies.get() >= bodies);
            // A second each; a busy machine may need another try, hung workers never came back within a minute
            await().atMost(Duration.ofSeconds(20)).until(() -> program.probe("/q/health/live") == 200);
            await().atMost(Duration.ofSeconds(20)).until(() -> program.probe("/q/health/ready") == 200);
        }
        assertEquals(200, program.call("GET", "/api/runs/" + run).statusCode(), "who has a log-in is answered");
        plant.relay().takesItsTime(Duration.ZERO);
        plant.awaitEnd(run);
        bulkyRuns.forEach(plant::awaitEnd);
        assertTrue(program.isAlive(), program.output());
        assertFalse(program.output().contains("OutOfMemoryError"), "its memory is enough");
        assertEquals("SUCCESS", plant.status(run));
        assertEquals(
                List.of(RECORDS + "|0|0"),
                plant.hub("select created || '|' || failed || '|' || resumed from sync_run where id = " + run));
        assertTrue(bulkyAnswers.get() >= BULKY, bulkyAnswers + " answers");
        for (long bulkyRun : bulkyRuns) {
            assertEquals(
                    List.of("PARTIAL|1|1"),
                    plant.hub("select status || '|' || created || '|' || failed from sync_run where id = " + bulkyRun),
                    () -> "the record that is too long fails alone, not "
                            + plant.hub("select key || ': ' || reason from sync_record where reason is not null"));
        }
        assertEquals(200, program.probe("/q/health/live"));
    }

    private static String bulkyRoute(int number) {
        return "bulky-things-" + number + "-to-relay";
    }

    /** Some never end their heads, others their bodies. */
    private void sendSlowly(int number) throws IOException {
        Socket socket = new Socket("localhost", program.port());
        sockets.add(socket);
        String head = "POST " + NOTIFICATIONS + " HTTP/1.1\r\nHost: localhost\r\n";
        String rest = number % 4 == 0 ? "X-Slow: y" : SIGNED + "Content-Length: 1000\r\n\r\nslowly";
        socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends 16 MB again and again, announced or not; it is refused, and comes back a little later. */
    private void sendLarge(int number) {
        byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        String length =
                switch (number % 3) {
                    case 0 -> "Content-Length: " + (16 << 20);
                    case 1 -> "Content-Length: " + (1 << 20);
                    default -> "Transfer-Encoding: chunked";
                };
        do {
            try (Socket socket = new Socket("localhost", program.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + NOTIFICATIONS + " HTTP/1.1\r\nHost: localhost\r\n" + SIGNED + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < (number % 3 == 1 ? 16 : 256) && over.getCount() > 0; i++) {
                    if (number % 3 == 2) {
                        out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(part);
                    if (number % 3 == 2) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
                out.flush();
                socket.getInputStream().read();
            } catch (IOException e) {
                // it hung up, as it should
            }
            largeBodies.incrementAndGet();
        } while (!isOverSoon());
    }

    private boolean isOverSoon() {
        try {
            return over.await(COMES_BACK_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** One record of more than 60 MB, most of it things that are small and many, and an ordinary one. */
    private void answerAtLength(HttpExchange call) throws IOException {
        bulkyAnswers.incrementAndGet();
        byte[] filler = "{},".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, 0);
        String place =
                call.getRequestURI().getPath().replaceFirst("/[^/]*$", "").replaceAll("\\W", "");
        try (OutputStream out = call.getResponseBody()) {
            out.write(
                    """
                    {"records":[{"key":"small-%1$s","data":{"no":"small-%1$s","name":"Small"}},
                    {"key":"large-%1$s","data":{"no":"large-%1$s","things":["""
                            .formatted(place)
                            .getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < 62L << 20; sent += filler.length) {
                out.write(filler);
            }
            out.write("{}]}}]}".getBytes(StandardCharsets.US_ASCII));
        } finally {
            call.close();
        }
    }
}
