package dev.syncline.message.delivery;

import dev.syncline.support.OwnAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks STARTTLS before an SMTP server that cannot, and passes on what comes after it. */
final class StartTlsFront implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetServer server;
    private final int behind;
    private final AtomicInteger encrypted = new AtomicInteger();

    StartTlsFront(OwnAuthority authority, int behind) {
        this.behind = behind;
        this.server = vertx.createNetServer(new NetServerOptions()
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(authority.certificate().toString())
                                .setKeyPath(authority.key().toString())))
                .connectHandler(this::greet);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    /** Returns the number of connections that were encrypted. */
    int encrypted() {
        return encrypted.get();
    }

    private void greet(NetSocket client) {
        client.write("220 front ready\r\n");
        client.handler(line -> {
            String command = line.toString().strip().toUpperCase();
            if (command.startsWith("EHLO")) {
                client.write("250-front\r\n250 STARTTLS\r\n");
            } else if (command.equals("STARTTLS")) {
                Buffer early = Buffer.buffer(); // what the client says before the server behind is there
                client.handler(early::appendBuffer);
                client.write("220 go ahead\r\n")
                        .compose(done -> client.upgradeToSsl())
                        .onSuccess(done -> {
                            encrypted.incrementAndGet();
                            passOn(client, early);
                        });
            } else {
                client.write("530 Must issue a STARTTLS command first\r\n");
            }
        });
    }

    private void passOn(NetSocket client, Buffer early) {
        vertx.createNetClient().connect(behind, "localhost").onSuccess(target -> {
            boolean[] isGreeted = {false};
            target.handler(text -> {
                if (isGreeted[0]) {
                    client.write(text);
                } else { // the client was greeted by the front
                    isGreeted[0] = true;
                    target.write(early);
                    client.handler(target::write);
                }
            });
            client.closeHandler(closed -> target.close());
            target.closeHandler(closed -> client.close());
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
