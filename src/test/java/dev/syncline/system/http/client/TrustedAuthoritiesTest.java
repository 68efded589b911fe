package dev.syncline.system.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.syncline.support.OwnAuthority;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.quarkus.core.events.ComponentAddEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system whose certificate is signed by an authority of one's own. */
class TrustedAuthoritiesTest {
    @TempDir
    Path folder;

    private OwnAuthority authority;
    private HttpsServer system;

    @BeforeEach
    void serve() throws Exception {
        authority = OwnAuthority.in(folder);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(authority.keys())) {
            store.load(file, OwnAuthority.PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, OwnAuthority.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        system = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        system.setHttpsConfigurator(new HttpsConfigurator(context));
        system.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        system.start();
    }

    @AfterEach
    void stop() {
        system.stop(0);
    }

    @Test
    void callsASystemWhoseAuthorityIsInTheFileAndNoOther() throws Exception {
        assertEquals("ok", call(Optional.of(ca().toString())));
        assertThrows(Exception.class, () -> call(Optional.empty()), "nobody knows its authority");
    }

    @Test
    void keepsTheAuthoritiesOfTheRuntime() {
        assertTrue(TrustedAuthorities.trusting(ca(), "syncline.ca-file").getAcceptedIssuers().length > 50);
    }

    @Test
    void saysWhichFileIsNoneOfCertificates() throws Exception {
        for (String text : List.of("", "no certificate")) {
            Path file = Files.writeString(folder.resolve("none.crt"), text);
            String message = assertThrows(
                            IllegalStateException.class, () -> TrustedAuthorities.trusting(file, "syncline.ca-file"))
                    .getMessage();
            assertTrue(message.contains(file.toString()) && message.contains("syncline.ca-file"), message);
        }
    }

    private String call(Optional<String> file) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            HttpComponent http = new HttpComponent();
            http.setCamelContext(camel);
            new TrustedAuthorities(file).configure(new ComponentAddEvent(http));
            camel.addComponent("http", http);
            camel.start();
            // As the templates do: an endpoint of the system's name, its address in a header.
            return camel.createProducerTemplate()
                    .requestBodyAndHeader(
                            "http:own",
                            null,
                            Exchange.HTTP_URI,
                            "https://localhost:" + system.getAddress().getPort(),
                            String.class);
        }
    }

    private Path ca() {
        return authority.certificate();
    }
}
