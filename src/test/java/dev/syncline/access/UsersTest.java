package dev.syncline.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.secret.SecretSettings;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    private static final String HASH = BcryptUtil.bcryptHash("right", 4);

    @ParameterizedTest
    @CsvSource({
        "alice, alice",
        "ALICE, ''",
        "aLiCe, ''",
        "'alice ', ''",
        "root-admin, root-admin",
        "root_admin, ''",
        "ROOT-ADMIN, ''",
        "ROOT_ADMIN, ''",
        "root.admin, ''",
        "root, ''",
        "'', ''",
        "nobody, ''"
    })
    void aUserHasOneNameHoweverItIsConfigured(String typed, String found) {
        Users users = users(
                Map.of("syncline.users.alice.password", "a", "syncline.users.alice.roles", "viewer"),
                Map.of("SYNCLINE_USERS_ROOT_ADMIN_PASSWORD", HASH, "SYNCLINE_USERS_ROOT_ADMIN_ROLES", "admin, viewer"));
        assertEquals(found, users.find(typed).map(User::name).orElse(""));
        assertDoesNotThrow(() -> users.check(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "root_admin", "a b", "-a", "a-", "a--b", "ä", "release", "schedule"})
    void refusesANameInAnotherFormOrOfTheProgramItself(String name) {
        Users users = users(Map.of("syncline.users.\"" + name + "\".password", HASH), Map.of());
        String message =
                assertThrows(InvalidUsers.class, () -> users.check(true)).getMessage();
        assertTrue(message.contains("The user name '" + name + "' is "), message);
        assertTrue(message.contains("Name the setting ") || message.contains("Choose another name"), message);
    }

    @Test
    void takesNoPlainPasswordFromTheConfigurationInProduction(@TempDir Path folder) throws Exception {
        String roles = "SYNCLINE_USERS_OPERATOR_ROLES";
        Users plain = users(Map.of(), Map.of("SYNCLINE_USERS_OPERATOR_PASSWORD", "secret", roles, "operator"));
        String message =
                assertThrows(InvalidUsers.class, () -> plain.check(false)).getMessage();
        assertTrue(message.contains("'operator'") && message.contains("password-file"), message);
        assertTrue(!message.contains("secret"), message);
        assertDoesNotThrow(() -> plain.check(true));

        assertDoesNotThrow(() -> users(Map.of("syncline.users.operator.password", HASH), Map.of(roles, "operator"))
                .check(false));
        Path file = Files.writeString(folder.resolve("password"), "in ${a} file\n");
        Users inFile =
                users(Map.of(), Map.of("SYNCLINE_USERS_OPERATOR_PASSWORD_FILE", file.toString(), roles, "operator"));
        assertDoesNotThrow(() -> inFile.check(false));
        assertEquals("in ${a} file", inFile.find("operator").orElseThrow().password());
        Files.writeString(file, "changed");
        assertEquals("changed", inFile.find("operator").orElseThrow().password());
    }

    @Test
    void refusesAHashThatTakesSecondsToCheck() {
        Users slow = users(Map.of("syncline.users.a.password", HASH.replace("$04$", "$15$")), Map.of());
        assertTrue(assertThrows(InvalidUsers.class, () -> slow.check(false))
                .getMessage()
                .contains("cost 15"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a", "$2b", "$2y"})
    void checksHashesOfEveryProgram(String form) {
        String hash = form + HASH.substring(3);
        assertTrue(Passwords.matches("right", hash));
        assertTrue(!Passwords.matches("wrong", hash));
        assertTrue(!Passwords.matches(hash, hash), "the hash is no password");
    }

    @Test
    void takesRolesAsConfigured() {
        Users users = users(
                Map.of("syncline.users.a.password", HASH, "syncline.users.a.roles", " viewer , approver,"), Map.of());
        assertEquals(Set.of("viewer", "approver"), users.find("a").orElseThrow().roles());
    }

    /** A role that nobody knows gives no right, and nobody would be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "operater; unknown role 'operater'",
                "Operator; unknown role 'Operator'",
                "viewer, admn; unknown role 'admn'",
                "viewer admin; unknown role 'viewer admin'",
                "viewer, operator ,viewer; the role 'viewer' twice",
                "''; no role",
                "' , '; no role"
            })
    void refusesRolesThatAreNoneAndNamesTheVariable(String roles, String told) {
        Users inFile = users(
                Map.of("syncline.users.root-admin.password", HASH, "syncline.users.root-admin.roles", roles), Map.of());
        Users inVariable = users(
                Map.of(), Map.of("SYNCLINE_USERS_ROOT_ADMIN_PASSWORD", HASH, "SYNCLINE_USERS_ROOT_ADMIN_ROLES", roles));
        for (Users users : List.of(inFile, inVariable)) {
            String message =
                    assertThrows(InvalidUsers.class, () -> users.check(false)).getMessage();
            for (String part : List.of(
                    "'root-admin'",
                    told,
                    "syncline.users.root-admin.roles (SYNCLINE_USERS_ROOT_ADMIN_ROLES)",
                    "viewer, operator, approver, admin")) {
                assertTrue(message.contains(part), message);
            }
        }
    }

    @Test
    void refusesAUserWithoutRolesOrPassword() {
        Users powerless = users(Map.of("syncline.users.a.password", HASH), Map.of());
        assertTrue(assertThrows(InvalidUsers.class, () -> powerless.check(true))
                .getMessage()
                .contains("'a' has no role"));
        Users shut = users(Map.of("syncline.users.a.roles", "viewer"), Map.of());
        assertTrue(assertThrows(InvalidUsers.class, () -> shut.check(true))
                .getMessage()
                .contains("SYNCLINE_USERS_A_PASSWORD_FILE"));
    }

    @Test
    void refusesTwoVariablesOfOneUser() {
        Users users = users(
                Map.of(),
                Map.of(
                        "SYNCLINE_USERS_ROOT_ADMIN_PASSWORD",
                        HASH,
                        "SYNCLINE_USERS_ROOT_ADMIN_ROLES",
                        "admin",
                        "SYNCLINE_USERS_root_admin_ROLES",
                        "viewer"));
        String message =
                assertThrows(InvalidUsers.class, () -> users.check(false)).getMessage();
        assertTrue(message.contains("one and the same user"), message);
    }

    private static Users users(Map<String, String> properties, Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new SecretSettings())
                .withSources(
                        new PropertiesConfigSource(new HashMap<>(properties), "test", 200),
                        new EnvConfigSource(environment, 300))
                .build();
        return new Users(config);
    }
}
