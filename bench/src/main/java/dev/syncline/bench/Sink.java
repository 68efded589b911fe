package dev.syncline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A target that speaks the relay's protocol: it reads every batch to its end, and answers a result for each record. */
final class Sink implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final AtomicLong records = new AtomicLong();
    private volatile String status = Case.FIRST_LOAD.answer();

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Begins to count from nothing. */
    void expect(Case what) {
        records.set(0);
        status = what.answer();
    }

    long records() {
        return records.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ByteArrayOutputStream answer = new ByteArrayOutputStream(body.length / 4);
            records.addAndGet(results(body, answer));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.size());
            answer.writeTo(exchange.getResponseBody());
        }
    }

    private int results(byte[] body, ByteArrayOutputStream answer) throws IOException {
        int count = 0;
        try (JsonParser in = JSON.createParser(body);
                JsonGenerator out = JSON.createGenerator(answer)) {
            out.writeStartObject();
            out.writeArrayFieldStart("results");
            while (in.nextToken() != JsonToken.START_ARRAY) {
                // {"records":
            }
            while (in.nextToken() == JsonToken.START_OBJECT) {
                out.writeStartObject();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isKey = in.currentName().equals("key");
                    in.nextToken();
                    if (isKey) {
                        out.writeStringField("key", in.getText());
                        out.writeStringField("id", "RL-" + in.getText());
                    }
                    in.skipChildren();
                }
                out.writeStringField("status", status);
                out.writeEndObject();
                count++;
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return count;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
