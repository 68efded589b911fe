package dev.syncline.system.http.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.quarkus.core.events.ComponentAddEvent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Trusts HTTP systems whose certificate is signed by a public authority, or by one in the file {@code
 * syncline.ca-file}.
 */
@ApplicationScoped
public class TrustedAuthorities {
    private static final String SETTING = "syncline.ca-file";

    private final Optional<String> file;

    TrustedAuthorities(@ConfigProperty(name = "syncline.ca-file") Optional<String> file) {
        this.file = file;
    }

    void configure(@Observes ComponentAddEvent event) {
        if (file.isPresent() && event.getComponent() instanceof HttpComponent http) {
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setTrustManager(trusting(Path.of(file.get()), SETTING));
            SSLContextParameters context = new SSLContextParameters();
            context.setTrustManagers(trust);
            http.setSslContextParameters(context);
        }
    }

    /** Returns what trusts the same authorities; empty if they are those of the runtime. */
    public Optional<X509TrustManager> manager() {
        return file.map(path -> trusting(Path.of(path), SETTING));
    }

    /**
     * Trusts the authorities of the runtime, and those in a file of PEM certificates.
     *
     * @param setting that names the file
     * @throws IllegalStateException if the file cannot be read, or has no certificate
     */
    static X509TrustManager trusting(Path file, String setting) {
        try (InputStream pem = Files.newInputStream(file)) {
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(pem));
            if (all.isEmpty()) {
                throw new IllegalStateException(
                        "The file " + file + " of " + setting + " has no certificate. Add certificates in PEM format");
            }
            all.addAll(Arrays.asList(manager(null).getAcceptedIssuers()));
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                authorities.setCertificateEntry("authority-" + i, (X509Certificate) all.get(i));
            }
            return manager(authorities);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The file " + file + " of " + setting + " cannot be read (" + e
                            + "). Mount it, with certificates in PEM format",
                    e);
        }
    }

    /** @param authorities the trusted ones; null for those of the runtime */
    private static X509TrustManager manager(KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("The runtime has no trust manager for certificates");
    }
}
