package dev.syncline.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.secret.SecretSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What groups of a sign-in provider may do, and with which settings the program does not start. */
class GroupsTest {
    private static final String SECRET = "0123456789012345678901234567890123456789";
    private static final Map<String, String> COMPLETE = Map.of(
            "quarkus.oidc.tenant-enabled", "true",
            "quarkus.oidc.client-id", "syncline",
            "quarkus.oidc.token.audience", "syncline",
            "quarkus.oidc.credentials.secret", SECRET,
            "syncline.groups.admin", "chiefs");

    @ParameterizedTest
    @CsvSource({
        "readers, viewer",
        "'readers,operators', 'operator,viewer'",
        "/ops/sync team, operator",
        "'a,b', admin",
        "0f4e-guid, admin",
        "shared, 'approver,viewer'",
        "admin, ''",
        "Readers, ''",
        "'', ''"
    })
    void groupsHaveTheRolesThatTheyAreGiven(String groups, String roles) {
        Groups known = new Groups(config(
                Map.of(
                        "syncline.groups.viewer", "readers, shared",
                        "syncline.groups.operator", "operators,/ops/sync team",
                        "syncline.groups.admin", "a\\,b, 0f4e-guid"),
                Map.of("SYNCLINE_GROUPS_APPROVER", "shared")));
        List<String> of = groups.equals("a,b") ? List.of(groups) : Arrays.asList(groups.split(","));
        assertEquals(roles.isEmpty() ? Set.of() : Set.of(roles.split(",")), known.roles(of));
        assertDoesNotThrow(() -> known.check());
    }

    @ParameterizedTest
    @CsvSource({
        "syncline.groups.operater, , operater",
        "syncline.groups.Operator, , Operator",
        "syncline.groups.viewers, , viewers",
        ", SYNCLINE_GROUPS_OPERATER, operater",
        ", SYNCLINE_GROUPS_ROOT_ADMIN, root_admin"
    })
    void refusesAnUnknownRoleAndNamesTheSetting(String property, String variable, String role) {
        Groups groups = new Groups(config(
                property == null ? Map.of() : Map.of(property, "x"),
                variable == null ? Map.of() : Map.of(variable, "x")));
        String message = assertThrows(InvalidSignIn.class, groups::check).getMessage();
        assertTrue(message.contains("unknown role '" + role + "'"), message);
        assertTrue(message.contains("viewer, operator, approver, admin"), message);
        assertTrue(message.contains("SYNCLINE_GROUPS_" + role.toUpperCase(java.util.Locale.ROOT)), message);
    }

    @Test
    void isOffUntilItIsConfiguredAndStartsWhenComplete() {
        assertFalse(settings(Map.of("quarkus.oidc.tenant-enabled", "false")).isOn());
        assertDoesNotThrow(
                () -> settings(Map.of("quarkus.oidc.tenant-enabled", "false")).check());
        assertDoesNotThrow(() -> settings(COMPLETE).check());
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.client-id, , QUARKUS_OIDC_CLIENT_ID",
        "quarkus.oidc.token.audience, , QUARKUS_OIDC_TOKEN_AUDIENCE",
        "quarkus.oidc.token.audience, any, QUARKUS_OIDC_TOKEN_AUDIENCE",
        "quarkus.oidc.token.audience, 'syncline,any', QUARKUS_OIDC_TOKEN_AUDIENCE",
        "syncline.groups.admin, , SYNCLINE_GROUPS_ADMIN",
        "quarkus.oidc.credentials.secret, , QUARKUS_OIDC_CREDENTIALS_SECRET",
        "quarkus.oidc.credentials.secret, short, QUARKUS_OIDC_CREDENTIALS_SECRET"
    })
    void doesNotStartWithSettingsThatAreNotSafe(String setting, String value, String told) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.remove(setting);
        if (value != null) {
            settings.put(setting, value);
        }
        SignInSettings checked = settings(settings);
        String message = assertThrows(InvalidSignIn.class, checked::check).getMessage();
        assertTrue(message.contains(told), message);
        assertFalse(message.contains("short"), message);
    }

    @Test
    void aClientWithoutASecretNeedsKeysOfItsOwn() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.remove("quarkus.oidc.credentials.secret");
        settings.put("quarkus.oidc.authentication.state-secret", SECRET);
        assertThrows(InvalidSignIn.class, () -> settings(settings).check());
        settings.put("quarkus.oidc.token-state-manager.encryption-secret", SECRET);
        assertDoesNotThrow(() -> settings(settings).check());
    }

    @Test
    void readsTheClientsSecretFromItsFileEachTime(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("client"), SECRET + "\n");
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.remove("quarkus.oidc.credentials.secret");
        SignInSettings inFile = new SignInSettings(
                config(settings, Map.of("QUARKUS_OIDC_CREDENTIALS_SECRET_FILE", file.toString())), groups(settings));
        assertEquals(SECRET, inFile.clientSecret().orElseThrow());
        assertDoesNotThrow(() -> inFile.check());
        Files.writeString(file, "changed");
        assertEquals("changed", inFile.clientSecret().orElseThrow());
    }

    private static SignInSettings settings(Map<String, String> settings) {
        return new SignInSettings(config(settings, Map.of()), groups(settings));
    }

    private static Groups groups(Map<String, String> settings) {
        return new Groups(config(settings, Map.of()));
    }

    private static SmallRyeConfig config(Map<String, String> properties, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new SecretSettings())
                .withSources(
                        new PropertiesConfigSource(new HashMap<>(properties), "test", 200),
                        new EnvConfigSource(environment, 300))
                .build();
    }
}
