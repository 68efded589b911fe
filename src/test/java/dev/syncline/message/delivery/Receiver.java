package dev.syncline.message.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks: takes every message, unless it is told otherwise. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch isClosed = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile String answer = "";
    private volatile boolean hangs;

    /** @param headers with names in lower case */
    public record Call(String path, Map<String, String> headers, byte[] body) {}

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook/the-secret-path");
    }

    public List<Call> calls() {
        return calls;
    }

    public void answer(int status, Map<String, String> headers, String answer) {
        this.status = status;
        this.headers = headers;
        this.answer = answer;
    }

    /** Has it take calls, and never answer. */
    public void hang() {
        hangs = true;
    }

    private void take(HttpExchange call) throws IOException {
        Map<String, String> given = new java.util.TreeMap<>();
        call.getRequestHeaders().forEach((name, values) -> given.put(name.toLowerCase(), values.get(0)));
        calls.add(new Call(
                call.getRequestURI().getPath(), given, call.getRequestBody().readAllBytes()));
        if (hangs) {
            try {
                isClosed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        headers.forEach(call.getResponseHeaders()::set);
        byte[] body = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        isClosed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
