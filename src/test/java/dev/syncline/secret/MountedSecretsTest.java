package dev.syncline.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets of every kind in the folder of a mounted Kubernetes Secret: each file is a link into {@code ..data}, a link to a folder that
 * the kubelet replaces as a whole.
 */
class MountedSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "syncline.systems.relay.token",
                "syncline.systems.erp.password",
                "syncline.systems.delta.token",
                "syncline.systems.delta.notification-secret",
                "syncline.users.operator.password",
                "quarkus.datasource.password",
                "quarkus.oidc.credentials.secret",
                "quarkus.oidc.credentials.client-secret",
                "quarkus.oidc.authentication.state-secret",
                "quarkus.oidc.token-state-manager.encryption-secret"
            })
    void aSecretOfAMountedFolderIsTheNewOneOnceTheFolderWasReplacedAndMaskedBeforeAndAfter(
            String setting, @TempDir Path mount) throws IOException {
        generation(mount, "..2026_01", "first-" + setting);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_01"));
        Path file = Files.createSymbolicLink(mount.resolve("secret"), Path.of("..data", "secret"));
        String variable = (setting + "-file").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new SecretSettings())
                .withSources(new EnvConfigSource(Map.of(variable, file.toString()), 300))
                .build();
        assertEquals("first-" + setting, config.getValue(setting, String.class));

        generation(mount, "..2026_02", "second-" + setting);
        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2026_02"));
        Files.move(next, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(mount.resolve("..2026_01").resolve("secret"));
        assertEquals("second-" + setting, config.getValue(setting, String.class));
        assertEquals("*** ***", Secrets.masked("first-" + setting + " second-" + setting));

        Files.delete(mount.resolve("..2026_02").resolve("secret"));
        String message = assertThrows(IllegalStateException.class, () -> config.getValue(setting, String.class))
                .getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("Mount it"), message);
    }

    private static void generation(Path mount, String name, String secret) throws IOException {
        Path folder = Files.createDirectory(mount.resolve(name));
        Files.writeString(folder.resolve("secret"), secret + "\n");
    }
}
