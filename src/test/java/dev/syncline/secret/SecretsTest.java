package dev.syncline.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pa${ss",
                "${",
                "${}",
                "pa${quarkus.http.port}ss",
                "a\\${b}",
                "$$x",
                "${no.such.setting}",
                "a,b\\,c",
                "${a}${b}",
                "#!=: "
            })
    void takesAPasswordAsItIs(String password) {
        Map<String, String> environment = Map.of("SYNCLINE_SYSTEMS_ERP_PASSWORD", password);
        assertEquals(password, config(Map.of(), environment).value("syncline.systems.erp.password"), "environment");
        assertEquals(
                password,
                config(Map.of("syncline.systems.erp.password", password), Map.of())
                        .value("syncline.systems.erp.password"),
                "property");
    }

    @Test
    void aSecretThatIsTheNameOfASettingStandsForIt() {
        Known config = config(
                Map.of(
                        "syncline.systems.a.token", "${syncline.systems.b.token}",
                        "syncline.systems.b.token", "the-${token}-of-b",
                        "syncline.systems.c.token", "${no.such:otherwise}"),
                Map.of());
        assertEquals("the-${token}-of-b", config.value("syncline.systems.a.token"));
        assertEquals("otherwise", config.value("syncline.systems.c.token"));
    }

    @Test
    void readsASecretFromItsFileWheneverItIsAskedForAndLeavesOtherSettingsAlone(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first-${secret}\r\n");
        Known config = config(
                Map.of(
                        "syncline.systems.relay.token", "inline",
                        "syncline.systems.relay.url", "http://${host:there}"),
                Map.of("SYNCLINE_SYSTEMS_RELAY_TOKEN_FILE", file.toString()));
        assertEquals("first-${secret}", config.value("syncline.systems.relay.token"));
        Files.writeString(file, "second-secret");
        assertEquals("second-secret", config.value("syncline.systems.relay.token"));
        assertEquals("http://there", config.value("syncline.systems.relay.url"));
        assertEquals("*** and ***", Secrets.masked("first-${secret} and second-secret"), "both are known");

        Files.delete(file);
        String message = assertThrows(IllegalStateException.class, () -> config.value("syncline.systems.relay.token"))
                .getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("syncline.systems.relay.token-file"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it says: Bearer to/ken-17\"x | it says: Bearer ***",
                "{\"echo\":\"to\\/ken-17\\\"x\"} | {\"echo\":\"***\"}",
                "at http://x/?t=to%2Fken-17%22x&b=1 | at http://x/?t=***&b=1",
                "dG8va2VuLTE3Ing= | ***",
                "Basic dXNlcjp0by9rZW4tMTcieCE= | Basic dXNlcjp***CE=",
                "echo: to\\u002Fken-17\\u0022x. | echo: ***.",
                "{\"a\":\"{\\\"echo\\\":\\\"to\\/ken-17\\\\\\\"x\\\"}\"} | {\"a\":\"{\\\"echo\\\":\\\"***\\\"}\"}",
                "<t>to/ken-17&quot;x</t> and to&#47;ken-17&#x22;x; | <t>***</t> and ***;",
                "at to%2fken-17%22x, 100 % of it | at ***, 100 % of it",
                "https://user:pa55word@host:8080/path?q=a@b | https://user:***@host:8080/path?q=a@b",
                "{\"authorization\":null,\"x\":{\"authorization\":{\"y\":1}}} | {\"authorization\":null,\"x\":{\"authorization\":{\"y\":1}}}",
                "Authorization: Basic YWRtaW46YWRtaW4= was wrong | Authorization: Basic *** was wrong",
                "authorization=Bearer abc | authorization=Bearer ***",
                "{\"Authorization\":[\"Bearer abc\"]} | {\"Authorization\":[\"Bearer ***\"]}",
                "Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc | Bearer ***",
                "jdbc:postgresql://h/db?user=u&password=open sesame | jdbc:postgresql://h/db?user=u&password=*** sesame",
                "a basic description of the bearer of it | a basic description of the bearer of it",
                "token=none is no address | token=none is no address"
            })
    void masksASecretInEveryFormThatItComesBackIn(String text, String masked) {
        Secrets.remember("syncline.systems.echo.token", "to/ken-17\"x");
        assertEquals(masked, Secrets.masked(text));
        assertEquals(
                masked,
                new String(Secrets.masked(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1));
    }

    /** Whatever the secret is, and whatever stands around it. */
    @Property(tries = 300)
    void masksAnySecretInAnyForm(
            @ForAll @CharRange(from = ' ', to = ')') @CharRange(from = '+', to = '~') @StringLength(min = 8, max = 40)
                    String secret,
            @ForAll @AlphaChars @StringLength(max = 5) String before,
            @ForAll @AlphaChars @StringLength(max = 5) String after)
            throws IOException {
        Secrets.remember("syncline.systems.any.token", secret);
        byte[] bytes = (before + secret + after).getBytes(StandardCharsets.UTF_8);
        String json = new ObjectMapper().writeValueAsString(secret);
        for (String form : List.of(
                secret,
                json,
                new ObjectMapper().writeValueAsString(json),
                escaped(secret, "\\u%04x"),
                escaped(secret, "&#%d;"),
                escaped(secret, "&#x%X;"),
                escaped(secret, "%%%02x"),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
            String masked = Secrets.masked(before + " " + form + " " + after);
            assertTrue(masked.contains("***"), secret + " as " + form + " became " + masked);
            assertFalse(masked.contains(secret), masked);
            assertEquals(masked, Secrets.masked(masked), "once is enough");
        }
    }

    /** Where the expression finds credentials in all of a text, they are masked, and where not, nothing is. */
    @Property(tries = 1_000)
    void masksWhateverCredentialsATextHolds(@ForAll @Size(max = 12) List<@From("pieces") String> pieces) {
        String text = String.join("", pieces);
        assertEquals(
                Secrets.CREDENTIALS.matcher(text).replaceAll("$1$2$3$4" + Secrets.MASK), Secrets.masked(text), text);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "authorization",
                "Authorization",
                ":",
                "=",
                "basic ",
                "Bearer",
                " ",
                "\n",
                "\"",
                "'",
                "://",
                "/",
                "user",
                "x",
                "@",
                "?",
                "&",
                ";",
                "token=",
                "PWD=",
                "password=",
                "access_token=",
                "client_secret",
                "%20",
                "&amp;",
                "\\u0041",
                "abcdefghijklmnop",
                "{",
                "[",
                ",",
                "\u212a",
                "\u00e9");
    }

    private static String escaped(String secret, String form) {
        return secret.chars().mapToObj(c -> String.format(form, c)).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'note':'to/ken-17\\u0022x','n':1.50} | {'note':'***','n':1.50}",
                "{'to/ken-17\\\\'x':[{'a':'<to/ken-17\\\\'x>'}]} | {'***':[{'a':'<***>'}]}",
                "{'authorization':null,'note':'to/ken-17\\\\'x'} | {'authorization':null,'note':'***'}",
                "{'n':1.50} | {'n':1.50}"
            })
    void aRecordIsStillJsonWithoutItsSecrets(String json, String masked) throws IOException {
        Secrets.remember("syncline.systems.echo.token", "to/ken-17\"x");
        String record = json.replace("\\\\'", "\\\"").replace('\'', '"');
        String shown = masked.replace('\'', '"');
        assertEquals(shown, MaskedJson.of(record));
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        assertEquals(mapper.readTree(shown), MaskedJson.of(mapper.readTree(record)));
        assertEquals(
                mapper.readValue(shown, Map.class).toString(),
                MaskedJson.of(mapper.readValue(record, new TypeReference<Map<String, Object>>() {}))
                        .toString());
    }

    @Test
    void leavesTextWithoutSecretsAsItIs() {
        String text = "V-17 is no address";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertSame(text, Secrets.masked(text));
        assertSame(bytes, Secrets.masked(bytes));
        assertNull(Secrets.masked((String) null));
        config(
                        Map.of(
                                "syncline.users.operator.password",
                                "operator",
                                "syncline.systems.erp.password",
                                "postgres",
                                "syncline.systems.erp.username",
                                "postgres"),
                        Map.of())
                .read("syncline.users.operator.password", "syncline.systems.erp.password");
        assertEquals("by operator at postgres", Secrets.masked("by operator at postgres"), "they hide nothing");
    }

    @Test
    void noLineOfTheLogHoldsASecretNorDoesAnExceptionOrWhatItIsMadeOf() {
        Secrets.remember("syncline.systems.echo.password", "hunter2-hunter2");
        ExtLogRecord line = new ExtLogRecord(
                Level.DEBUG, "http-outgoing-0 >> \"X-Key: %s[\\r][\\n]\"", ExtLogRecord.FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {"hunter2-hunter2"});
        IllegalStateException failure = new IllegalStateException("outer", new IOException("it said hunter2-hunter2"));
        failure.addSuppressed(new IOException("hunter2-hunter2 again"));
        line.setThrown(failure);
        assertTrue(new MaskedLog().isLoggable(line));
        assertEquals("http-outgoing-0 >> \"X-Key: ***[\\r][\\n]\"", line.getFormattedMessage());
        Throwable shown = line.getThrown();
        assertEquals("java.lang.IllegalStateException: outer", shown.toString());
        assertEquals("java.io.IOException: it said ***", shown.getCause().toString());
        assertEquals("java.io.IOException: *** again", shown.getSuppressed()[0].toString());
        assertFalse(shown.getStackTrace().length == 0);

        ExtLogRecord plain = new ExtLogRecord(Level.INFO, "run %d", ExtLogRecord.FormatStyle.PRINTF, "x");
        plain.setParameters(new Object[] {17});
        IOException harmless = new IOException("reset");
        plain.setThrown(harmless);
        new MaskedLog().isLoggable(plain);
        assertEquals("run 17", plain.getFormattedMessage());
        assertSame(harmless, plain.getThrown());
    }

    /** The configuration as the program has it. */
    private record Known(SmallRyeConfig config) {
        String value(String name) {
            return config.getOptionalValue(name, String.class).orElse(null);
        }

        void read(String... names) {
            for (String name : names) {
                value(name);
            }
        }
    }

    private static Known config(Map<String, String> properties, Map<String, String> environment) {
        return new Known(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new SecretSettings())
                .withSources(
                        new PropertiesConfigSource(new HashMap<>(properties), "test", 200),
                        new EnvConfigSource(environment, 300))
                .build());
    }
}
