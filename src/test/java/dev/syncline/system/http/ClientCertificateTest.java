package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.syncline.support.OwnAuthority;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that lets in who shows a certificate, and whose own one is signed by an authority of its own. */
class ClientCertificateTest {
    @TempDir
    Path folder;

    @Test
    void callsWithItsCertificateAndNobodyElseIsLetIn() throws Exception {
        OwnAuthority authority = OwnAuthority.in(folder);
        HttpsServer server = server(authority);
        server.start();
        String url = "https://localhost:" + server.getAddress().getPort();
        try (OwnClients clients = new OwnClients(Clock.systemUTC())) {
            clients.with("nobody", "url", url).with("nobody", "ca-file", authority.certificate());
            assertThrows(Exception.class, () -> clients.call("nobody", "GET", "/items", null), "it shows none");
            Path key = Files.writeString(folder.resolve("client.key"), "no key");
            clients.with("own", "url", url)
                    .with("own", "ca-file", authority.certificate())
                    .with("own", "certificate-file", authority.certificate())
                    .with("own", "key-file", key);
            Throwable none = assertThrows(Exception.class, () -> clients.call("own", "GET", "/items", null));
            String said = none.getCause().getMessage();
            assertTrue(said.contains(key + " of syncline.systems.own.key-file cannot be read"), said);
            Files.copy(authority.key(), key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertEquals("CN=localhost", clients.call("own", "GET", "/items", null), "the file was read again");
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer server(OwnAuthority authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(authority.keys())) {
            store.load(file, OwnAuthority.PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, OwnAuthority.PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("own", store.getCertificate("own"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = context.getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        server.createContext("/", call -> {
            byte[] name = ((com.sun.net.httpserver.HttpsExchange) call)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName()
                    .getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, name.length);
            call.getResponseBody().write(name);
            call.close();
        });
        return server;
    }
}
