package dev.syncline.system.http.client;

import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/** What trusts the authorities in a file, as {@code syncline.ca-file} names it. */
public final class Authorities {
    private Authorities() {}

    public static Optional<X509TrustManager> in(Path file) {
        return new TrustedAuthorities(Optional.of(file.toString())).manager();
    }
}
