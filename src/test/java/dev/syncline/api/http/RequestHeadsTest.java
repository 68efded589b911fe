package dev.syncline.api.http;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection whose request does not come to the end of its head in time is closed; no other is. */
class RequestHeadsTest {
    private static final String HEAD = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n";
    private static final long MORE = RequestHeads.DEFAULT_MILLIS + 1;

    private final EmbeddedChannel connection = connection();

    private static EmbeddedChannel connection() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        new RequestHeads().postInitializeServerChildChannel(channel);
        channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
        channel.pipeline().fireChannelActive();
        return channel;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30})
    void aFirstHeadThatDribblesOrDoesNotComeIsGivenUp(int characters) {
        for (int i = 0; i < characters; i++) {
            send(HEAD.substring(i, i + 1));
            pass(RequestHeads.DEFAULT_MILLIS / 40);
        }
        assertTrue(connection.isOpen());
        pass(MORE);
        assertFalse(connection.isOpen());
    }

    @Test
    void aBodyAndTheTimeBetweenRequestsHaveOtherDeadlines() {
        send(HEAD + "bo");
        pass(MORE);
        send("dy");
        pass(MORE);
        send(HEAD + "body" + HEAD);
        pass(MORE);
        assertTrue(connection.isOpen());
    }

    @Test
    void aFurtherHeadThatDribblesIsGivenUp() {
        send(HEAD + "body");
        pass(MORE);
        send("G");
        pass(RequestHeads.DEFAULT_MILLIS - 1);
        send("ET / HTTP/1.1\r\n");
        assertTrue(connection.isOpen());
        pass(2);
        assertFalse(connection.isOpen());
    }

    @Test
    void nettyFindsItAsAService() {
        assertTrue(ServiceLoader.load(ChannelInitializerExtension.class).stream()
                .anyMatch(service -> service.type() == RequestHeads.class));
    }

    /** Pins the names by which Vert.x has its handlers. */
    @Test
    void aServerOfVertxClosesADribblerAndAnswersOthers() throws IOException {
        RequestHeads.install();
        System.setProperty(RequestHeads.DEADLINE, "500");
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(call -> call.response().end("ok"))
                    .listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            try (Socket dribbler = new Socket("localhost", server.actualPort());
                    Socket kept = new Socket("localhost", server.actualPort())) {
                write(dribbler, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
                write(kept, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                byte[] answer = kept.getInputStream().readNBytes(17);
                assertEquals("HTTP/1.1 200 OK\r\n", new String(answer, StandardCharsets.US_ASCII));
                await().until(() -> {
                    try {
                        write(dribbler, "x");
                        return false;
                    } catch (IOException e) {
                        return true; // it was closed, though a byte came now and then
                    }
                });
                write(kept, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                String rest = new String(kept.getInputStream().readNBytes(60), StandardCharsets.US_ASCII);
                assertTrue(rest.contains("HTTP/1.1 200 OK"), rest);
            }
        } finally {
            System.clearProperty(RequestHeads.DEADLINE);
            System.clearProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** As the last test does, it shows that a server of Vert.x has the handler: it keeps all requests and answers otherwise. */
    @Test
    void aClientThatAsksOnAndOnIsHungUpOn() throws IOException {
        RequestHeads.install();
        Vertx vertx = Vertx.vertx();
        AtomicInteger taken = new AtomicInteger();
        try {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(call -> taken.incrementAndGet()) // it takes its time
                    .listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            try (Socket client = new Socket("localhost", server.actualPort())) {
                write(client, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000));
                assertEquals(0, read(client).length);
            }
            assertEquals(1, taken.get());
        } finally {
            System.clearProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException e) { // closed with bytes of it unread
            return new byte[0];
        }
    }

    private void send(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void pass(long millis) {
        connection.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
        connection.runPendingTasks();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
