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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A package in a process of its own, triggered over HTTP. */
final class Program implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;
    private final String authorization;
    private final HttpClient client = HttpClient.newHttpClient();

    private Program(Process process, int port, String password) {
        this.process = process;
        this.url = "http://localhost:" + port;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("bench:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param app folder of the package
     * @param options of its virtual machine
     * @param environment beside the port and the user, which it is given here
     */
    static Program start(Path app, List<String> options, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String password = UUID.randomUUID().toString();
        Path passwordFile = Files.writeString(Files.createTempFile("bench", ".password"), password);
        passwordFile.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT",
                        "0",
                        "SYNCLINE_USERS_BENCH_PASSWORD_FILE",
                        passwordFile.toString(),
                        "SYNCLINE_USERS_BENCH_ROLES",
                        "operator"));
        Program program = new Program(builder.start(), port, password);
        try {
            program.awaitReady(log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
        return program;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        do {
            try {
                if (call("GET", "/q/health/ready", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
        } while (Instant.now().isBefore(end) && !hasEnded());
        throw new IllegalStateException("The program does not start, see " + log);
    }

    /** Looks for a moment. */
    private boolean hasEnded() throws InterruptedException {
        return process.waitFor(200, TimeUnit.MILLISECONDS);
    }

    String url() {
        return url;
    }

    /** The number of the run that a trigger of the route began. */
    long trigger(String route, String order) throws IOException, InterruptedException {
        return JSON.readTree(ask("POST", "/api/routes/" + route + "/runs", order))
                .path("id")
                .asLong();
    }

    /**
     * Waits for the end of a run.
     *
     * @throws IllegalStateException when it is no success, or the program ended before it
     */
    JsonNode end(long id) throws IOException, InterruptedException {
        JsonNode run = JSON.readTree(ask("GET", "/api/runs/" + id, ""));
        while (run.path("finishedAt").isNull()) {
            if (hasEnded()) {
                throw new IllegalStateException("The program ended before the run: " + run);
            }
            run = JSON.readTree(ask("GET", "/api/runs/" + id, ""));
        }
        if (!run.path("status").asText().equals("SUCCESS")) {
            throw new IllegalStateException("The run is no success: " + run);
        }
        return run;
    }

    /** Triggers a run and waits for its end. */
    JsonNode run(String route, String order) throws IOException, InterruptedException {
        return end(trigger(route, order));
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

    /** The body of an answer that is none of an error. */
    String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(method, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(5))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The program ended with code " + process.exitValue() + ", see its log", e);
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
