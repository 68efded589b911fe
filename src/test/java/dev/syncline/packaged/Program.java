package dev.syncline.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The packaged program as a process of its own, to be started, called and killed. */
final class Program implements AutoCloseable {
    /** The bcrypt hash of {@code secret}: a production package takes no plain password. */
    static final String SECRET_HASHED = "$2a$06$.N.TNVVfXOO68w9hE7tST.Z9Zi7dsEPUrlsEGEHSFmxI5b2a/BzJq";

    static final Path PACKAGE = Path.of("target", "quarkus-app");
    static final Path JAR = PACKAGE.resolve("quarkus-run.jar").toAbsolutePath();
    static final String SERIAL = "-XX:+UseSerialGC";
    /** For a program that has much to do: the others do not live for long enough. */
    static final String ALL_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final int management;
    private final Process process;
    private final Path log;

    private Program(int port, int management, Process process, Path log) {
        this.port = port;
        this.management = management;
        this.process = process;
        this.log = log;
    }

    /** Starts the program with the collector that native images have, too; it may need some seconds before it {@link #isReady}. */
    static Program start(Path log, Map<String, String> environment) throws IOException {
        return start(log, environment, SERIAL);
    }

    /** One with options of its own. */
    static Program start(Path log, Map<String, String> environment, String... options) throws IOException {
        List<String> all = new ArrayList<>(ClassArchive.options());
        all.addAll(List.of(options));
        return launch(log, environment, all);
    }

    static Program launch(Path log, Map<String, String> environment, List<String> options) throws IOException {
        int port = freePort();
        int management = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError"); // as in the images
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=120m"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port, "-Dquarkus.management.port=" + management, "-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new Program(port, management, builder.start(), log);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it takes connections, ready or not. */
    boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isReady() {
        try {
            return call("GET", "/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** What its management port answers within a second; 0 if nothing. */
    int probe(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + management + path))
                                    .timeout(Duration.ofSeconds(1))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** As its log file is called. */
    String name() {
        return log.getFileName().toString();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    HttpResponse<String> call(String method, String path) throws IOException {
        return call(method, path, "");
    }

    HttpResponse<String> call(String method, String path, String json) throws IOException {
        String user = Base64.getEncoder().encodeToString("operator:secret".getBytes());
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .method(
                                    method,
                                    json.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(json))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Basic " + user)
                            .timeout(Duration.ofMinutes(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Triggers a route; its run. */
    JsonNode trigger(String route, String query) throws IOException {
        HttpResponse<String> answer = call("POST", "/api/routes/" + route + "/runs?" + query);
        if (answer.statusCode() != 202) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Triggers a route for these records; its run. */
    JsonNode trigger(String route, List<String> keys) throws IOException {
        HttpResponse<String> answer =
                call("POST", "/api/routes/" + route + "/runs", JSON.writeValueAsString(Map.of("keys", keys)));
        if (answer.statusCode() != 202) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode run(long run) throws IOException {
        return JSON.readTree(call("GET", "/api/runs/" + run).body());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill -STOP} and the like do. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
