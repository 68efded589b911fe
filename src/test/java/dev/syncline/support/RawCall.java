package dev.syncline.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call as it goes over the line: no client corrects or encodes anything of it. */
public final class RawCall {
    private static final int MOST_WAITED = 60_000;

    private final String line;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body;

    /** @param answer everything that came back, the headers first */
    public record Answer(int status, String text) {}

    public RawCall(String method, String address) {
        line = method + " " + address + " HTTP/1.1\r\n";
        headers.put("Host", "localhost");
        headers.put("Connection", "close");
    }

    public RawCall as(String user) {
        String pair = user + ":" + user;
        return header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public RawCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public RawCall without(String name) {
        headers.remove(name);
        return this;
    }

    public RawCall json(String json) {
        headers.putIfAbsent("Content-Type", "application/json");
        body = json;
        return this;
    }

    public Answer send() {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            headers.put("Content-Length", "" + content.length);
        }
        StringBuilder head = new StringBuilder(line);
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(MOST_WAITED);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what comes until the other side closes. */
    public static Answer read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
}
