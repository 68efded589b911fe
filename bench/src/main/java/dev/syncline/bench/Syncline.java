package dev.syncline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, triggered over HTTP. It stays up over all rounds, as in production. */
final class Syncline implements Contender, AutoCloseable {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Process process;
    private final String url;
    private final String authorization;
    private final HttpClient client = HttpClient.newHttpClient();

    private Syncline(Database database, Process process, int port, String password) {
        this.database = database;
        this.process = process;
        this.url = "http://localhost:" + port;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("bench:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param options of its virtual machine
     * @param routes folder of the route files
     */
    static Syncline start(Database database, Sink sink, List<String> options, Path app, Path routes, Path log)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String password = UUID.randomUUID().toString();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.url(Database.HUB)),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", Database.USER),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", Database.USER),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                        Map.entry("SYNCLINE_SYSTEMS_ERP_JDBC_URL", database.url(Database.SOURCE)),
                        Map.entry("SYNCLINE_SYSTEMS_ERP_USERNAME", Database.USER),
                        Map.entry("SYNCLINE_SYSTEMS_ERP_PASSWORD", Database.USER),
                        Map.entry("SYNCLINE_SYSTEMS_RELAY_URL", sink.url()),
                        Map.entry(
                                "SYNCLINE_SYSTEMS_RELAY_TOKEN",
                                UUID.randomUUID().toString()),
                        Map.entry("SYNCLINE_USERS_BENCH_PASSWORD", password),
                        Map.entry("SYNCLINE_USERS_BENCH_ROLES", "operator"),
                        Map.entry("SYNCLINE_ROUTES", routes.toString())));
        Syncline syncline = new Syncline(database, builder.start(), port, password);
        try {
            syncline.awaitReady(log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            syncline.close();
            throw e;
        }
        return syncline;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Syncline does not start, see " + log);
    }

    @Override
    public String name() {
        return "Syncline";
    }

    @Override
    public void forget() throws SQLException {
        database.execute(
                Database.HUB,
                "truncate sync_record, sync_payload, sync_document_log",
                """
                update sync_route set watermark = null, watermark_unit = null, success = 0, failed = 0, blocked = 0,
                                      on_hold = 0, in_progress = 0""");
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public double move(Case what) throws IOException, InterruptedException {
        JsonNode run = run(
                "{\"range\":\"all\",\"depth\":\"%s\"}".formatted(what == Case.NOTHING_CHANGED ? "deep" : "shallow"));
        long read = run.path("counts").path("read").asLong();
        if (run.path("counts").path(what.answer()).asLong() != read) {
            throw new IllegalStateException("The run did not do what it should: " + run);
        }
        return seconds(run);
    }

    /**
     * Triggers a run and waits for its end.
     *
     * @param order body of the trigger
     * @throws IllegalStateException when it is no success
     */
    JsonNode run(String order) throws IOException, InterruptedException {
        HttpResponse<String> triggered = call("POST", "/api/routes/" + ROUTE + "/runs", order);
        if (triggered.statusCode() != 202) {
            throw new IllegalStateException(
                    "The trigger was answered " + triggered.statusCode() + ": " + triggered.body());
        }
        long id = JSON.readTree(triggered.body()).path("id").asLong();
        JsonNode run;
        do {
            Thread.sleep(200);
            run = JSON.readTree(get("/api/runs/" + id).body());
        } while (run.path("finishedAt").isNull());
        if (!run.path("status").asText().equals("SUCCESS")) {
            throw new IllegalStateException("The run is no success: " + run);
        }
        return run;
    }

    /** Triggers a run; the answer comes when it has ended. */
    HttpResponse<String> runAndWait(String order) throws IOException, InterruptedException {
        return call("POST", "/api/routes/" + ROUTE + "/runs?wait=30", order);
    }

    /** How long a run took, as it says itself. */
    static double seconds(JsonNode run) {
        Duration time = Duration.between(
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()));
        return time.toNanos() / 1e9;
    }

    /** The most memory that the process had in RAM, as Linux tells it; empty elsewhere. */
    String peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Syncline ended with code " + process.exitValue() + ", see its log", e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
