package dev.syncline.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts an {@link OidcProvider}, and configures the program for it as an operator would. */
public class OidcProviderResource implements QuarkusTestResourceLifecycleManager {
    /** Where the test finds the provider, and the file with the client's secret. */
    public static final String ADDRESS = "syncline.tests.provider";

    public static final String SECRET_FILE = "syncline.tests.client-secret-file";

    private OidcProvider provider;

    @Override
    public Map<String, String> start() {
        try {
            provider = new OidcProvider();
            Path secret = Fork.folder("oidc").resolve("client-secret");
            Files.createDirectories(secret.getParent());
            Files.writeString(secret, OidcProvider.SECRET + "\n");
            return Map.of(
                    ADDRESS,
                    provider.address(),
                    SECRET_FILE,
                    secret.toString(),
                    "quarkus.oidc.tenant-enabled",
                    "true",
                    "quarkus.oidc.auth-server-url",
                    provider.address(),
                    "quarkus.oidc.client-id",
                    OidcProvider.CLIENT,
                    "quarkus.oidc.credentials.secret-file",
                    secret.toString(),
                    "syncline.groups.viewer",
                    "everybody",
                    "syncline.groups.operator",
                    "erp-operators, /ops/sync",
                    "syncline.groups.admin",
                    "chiefs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
    }
}
