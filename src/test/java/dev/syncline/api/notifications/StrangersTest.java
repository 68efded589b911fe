package dev.syncline.api.notifications;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.RawCall;
import dev.syncline.support.RawCall.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers without a log-in, and without a secret: they are refused before they cost anything. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class StrangersTest {
    private static final String PATH = "/api/suppliers/everest/notifications";
    private static final String SIGNED = "X-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n";

    @Inject
    NotificationBodies bodies;

    @ConfigProperty(name = "syncline.notifications.at-once")
    int atOnce;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        await().until(() -> bodies.room().bodies() == 0 && bodies.room().bytes() == 0);
    }

    /** Each sends its head only: an answer that waited for the body would never come. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/suppliers/nobody/notifications|X: y|1000|404",
                "/api/suppliers/everest/notifications|X: y|1000|401",
                "/api/suppliers/everest/notifications|X-Hub-Signature-256: |1000|401",
                "/api/suppliers/everest/notifications|X-Hub-Signature-256: nonsense|1000|401",
                "/api/suppliers/everest/notifications|SIGNED|1048577|413",
                "/api/suppliers/everest/notifications|SIGNED|9000000000|413",
                "/api/suppliers/everest;x=y/notifications|SIGNED|1000|404",
                "/api/rules|X: y|1000|401",
            })
    void isRefusedBeforeTheBodyIsRead(String path, String header, long length, int status) throws IOException {
        Socket socket =
                open(head(path, header.replace("SIGNED", SIGNED.strip()) + "\r\n", "Content-Length: " + length));
        Answer answer = firstAnswer(socket);
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains("application/problem+json"), answer.text());
        assertEquals(0, bodies.room().bodies());
    }

    @Test
    void aBodyThatGrowsTooLongIsCutOff() throws IOException {
        Socket socket = open(head(PATH, SIGNED, "Transfer-Encoding: chunked"));
        String part = "x".repeat(64 * 1024);
        try {
            for (int i = 0; i < 20; i++) {
                send(socket, "10000\r\n" + part + "\r\n");
            }
        } catch (IOException e) {
            // it hangs up in the midst of it
        }
        await().until(() -> bodies.room().bodies() == 0);
    }

    @Test
    void aBodyThatDoesNotComeIsGivenUp() throws IOException {
        Socket socket = open(head(PATH, SIGNED, "Content-Length: 1000") + "only this");
        Answer answer = RawCall.read(socket.getInputStream()); // it ends the connection
        assertEquals(408, answer.status(), answer.text());
        assertEquals(0, bodies.room().bodies());
    }

    @Test
    void slowSendersHoldNeitherWorkersNorMemory() throws IOException {
        for (int i = 0; i < atOnce; i++) {
            open(head(PATH, SIGNED, "Content-Length: 1000") + "slowly");
        }
        await().until(() -> bodies.room().bodies() == atOnce);
        assertTrue(
                bodies.room().bytes() <= Runtime.getRuntime().maxMemory() / 16,
                "" + bodies.room().bytes());
        Answer busy = firstAnswer(open(head(PATH, SIGNED, "Content-Length: 10")));
        assertEquals(503, busy.status(), busy.text());
        assertTrue(busy.text().toLowerCase(java.util.Locale.ROOT).contains("retry-after"), busy.text());
        Api.as("viewer").get("/api/runs").then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
    }

    /** Who has a log-in, too; what of a body had come is of no use. */
    @Test
    void aCallWhoseBodyBreaksOffIsNoErrorOfTheProgram() throws IOException {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Handler listener = listener(lines);
        Logger.getLogger("").addHandler(listener);
        String admin = "Authorization: Basic YWRtaW46YWRtaW4=\r\n";
        try {
            await().until(() -> {
                Socket socket = open(head("/api/rules", admin, "Content-Length: 1000") + "{");
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes(); // until it is closed
                return lines.stream().anyMatch(line -> text(line).contains("did not arrive completely"));
            });
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        List<String> errors = lines.stream()
                .filter(line -> line.getThrown() != null || text(line).contains("A call failed"))
                .map(StrangersTest::text)
                .toList();
        assertEquals(List.of(), errors);
    }

    private static Handler listener(List<LogRecord> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aCallerThatHangsUpIsOneLineInTheLog() throws IOException {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Handler listener = listener(lines);
        Logger.getLogger("").addHandler(listener);
        try {
            Socket socket = open(head(PATH, SIGNED, "Content-Length: 1000") + "only this");
            await().until(() -> bodies.room().bodies() == 1);
            socket.setSoLinger(true, 0); // a reset
            socket.close();
            await().until(() -> bodies.room().bodies() == 0);
            await().until(() -> lines.stream().anyMatch(line -> text(line).contains("ended after")));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        List<LogRecord> about = lines.stream()
                .filter(line -> text(line).contains("notification") || line.getThrown() != null)
                .toList();
        assertEquals(1, about.size(), about.stream().map(StrangersTest::text).toList() + "");
        assertNull(about.get(0).getThrown());
    }

    private static String text(LogRecord line) {
        return line instanceof org.jboss.logmanager.ExtLogRecord full ? full.getFormattedMessage() : line.getMessage();
    }

    private static String head(String path, String headers, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + length
                + "\r\n\r\n";
    }

    private Socket open(String text) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The first of an answer, head and body mostly: some connections stay open. */
    private static Answer firstAnswer(Socket socket) throws IOException {
        byte[] some = new byte[8192];
        int count = 0;
        while (count < some.length) {
            int more = socket.getInputStream().read(some, count, some.length - count);
            if (more < 0) {
                break;
            }
            count += more;
            String text = new String(some, 0, count, StandardCharsets.UTF_8);
            if (text.contains("\r\n\r\n") && text.strip().endsWith("}")) {
                break;
            }
        }
        String text = new String(some, 0, count, StandardCharsets.UTF_8);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
}
