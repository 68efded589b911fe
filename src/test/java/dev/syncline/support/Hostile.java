package dev.syncline.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The sandbox's suppliers behind a server of the test's own, which answers in their stead whatever the test likes. */
public final class Hostile implements QuarkusTestProfile {
    private static final String URL = "syncline.test.hostile";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>();
        for (String supplier : List.of("atlas", "borealis", "cobalt", "delta", "everest")) {
            config.put("syncline.systems." + supplier + ".url", "${" + URL + ":http://localhost:1}/" + supplier);
            config.put("syncline.systems." + supplier + ".patience", "PT3S");
            config.put("syncline.systems." + supplier + ".query-timeout", "PT20S");
        }
        config.put("syncline.systems.atlas.timeout", "PT5S");
        config.put("syncline.systems.borealis.longest-answer", "1M");
        config.put("syncline.notifications.longest", "16M"); // so that readers have to do with them
        config.put("syncline.systems.borealis.notification-secret", "");
        return config;
    }

    /** What a supplier answers a call. */
    public interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    /** The server; without an answer of the test's, suppliers have nothing to say. */
    public static final class Server implements AutoCloseable {
        private final Map<String, Answer> answers = new ConcurrentHashMap<>();
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        public Server() {
            try {
                server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", this::answer);
            server.start();
            System.setProperty(URL, url());
        }

        public String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        public void answers(String supplier, Answer answer) {
            answers.put(supplier, answer);
        }

        public void answers(String supplier, String body) {
            answers(supplier, call -> send(call, 200, body.getBytes(StandardCharsets.UTF_8)));
        }

        /** Addresses that were asked for, as they came, and forgets them. */
        public List<String> asked() {
            List<String> all = List.copyOf(asked);
            asked.clear();
            return all;
        }

        public void clear() {
            answers.clear();
            asked.clear();
        }

        private void answer(HttpExchange call) throws IOException {
            String uri = call.getRequestURI().toString();
            asked.add(uri);
            call.getRequestBody().readAllBytes();
            Answer answer = answers.get(uri.split("/")[1].split("\\?")[0]);
            try (call) {
                if (answer == null) {
                    call.sendResponseHeaders(404 - (uri.contains("/orders/") ? 0 : 200), -1);
                } else {
                    answer.to(call);
                }
            }
        }

        @Override
        public void close() {
            server.stop(0);
            System.clearProperty(URL);
        }
    }

    public static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(body);
        }
    }
}
