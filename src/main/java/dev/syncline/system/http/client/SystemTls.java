package dev.syncline.system.http.client;

import dev.syncline.system.CallRefused;
import dev.syncline.system.Systems;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Opens the TLS connections to a system that has authorities or a client certificate of its own ({@code ca-file}, {@code
 * certificate-file}, {@code key-file}, in PEM). When one of these files changes, new connections use it.
 */
final class SystemTls implements TlsSocketStrategy {
    private final Systems systems;
    private final String system;
    private List<String> used;
    private TlsSocketStrategy current;

    SystemTls(Systems systems, String system) {
        this.systems = systems;
        this.system = system;
    }

    /** Whether a system has any of these settings. */
    static boolean isNeeded(Systems systems, String system) {
        return systems.setting(system, "ca-file").isPresent()
                || systems.setting(system, "certificate-file").isPresent();
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return current().upgrade(socket, host, port, attachment, context);
    }

    private synchronized TlsSocketStrategy current() throws IOException {
        List<String> now = new ArrayList<>();
        for (String setting : List.of("ca-file", "certificate-file", "key-file")) {
            Optional<Path> file = file(setting);
            now.add(file.isEmpty() ? "" : file.get() + " " + stamp(file.get(), setting));
        }
        if (!now.equals(used)) {
            current = new DefaultClientTlsStrategy(context());
            used = now;
        }
        return current;
    }

    private String stamp(Path file, String setting) throws IOException {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, setting, e);
        }
    }

    private SSLContext context() throws IOException {
        try {
            Path authorities = file("ca-file").or(this::ofAllSystems).orElse(null);
            TrustManager[] trusted = authorities == null
                    ? null
                    : new TrustManager[] {TrustedAuthorities.trusting(authorities, name("ca-file"))};
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS for system " + system + " cannot be set up: " + e, e);
        }
    }

    private Optional<Path> ofAllSystems() {
        return systems.authorities().map(Path::of);
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        Optional<Path> chain = file("certificate-file");
        if (chain.isEmpty()) {
            return null;
        }
        Path key = file("key-file").orElseGet(() -> Path.of(systems.required(system, "key-file")));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(system, key(key), new char[0], chain(chain.get()));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private Certificate[] chain(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
            throw new IOException("The file has no certificate");
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, "certificate-file", e);
        }
    }

    private PrivateKey key(Path file) throws IOException {
        try {
            String pem = Files.readString(file);
            if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
                throw new IOException(
                        "It is no key in PKCS#8 without a password; openssl pkcs8 -topk8 -nocrypt makes one");
            }
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
                } catch (GeneralSecurityException e) {
                    // the next one may be its own
                }
            }
            throw new IOException("It is neither an RSA nor an EC key");
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, "key-file", e);
        }
    }

    private IOException unreadable(Path file, String setting, Exception problem) {
        return new InvalidTlsFile(
                "The file " + file + " of " + name(setting) + " cannot be read (" + problem
                        + "). Mount it, in PEM format",
                problem);
    }

    /** Thrown for a file of a certificate or key that is not there, or is none. */
    private static final class InvalidTlsFile extends CallRefused {
        private InvalidTlsFile(String message, Exception cause) {
            super(message, cause);
        }
    }

    private Optional<Path> file(String setting) {
        return systems.setting(system, setting).map(Path::of);
    }

    private String name(String setting) {
        return "syncline.systems." + system + "." + setting;
    }
}
