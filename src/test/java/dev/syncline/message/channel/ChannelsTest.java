package dev.syncline.message.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    @Test
    void aChannelHasDefaults() {
        Channel channel =
                channels("ops.to=mailto:it@example.com, erp@example.com").all().get(0);
        assertEquals("ops", channel.name());
        assertEquals(Form.EMAIL, channel.form());
        assertEquals(Rhythm.AT_ONCE, channel.rhythm());
        assertEquals(Duration.ofMinutes(5), channel.after());
        assertEquals(LocalTime.of(7, 0), channel.summaryAt());
        assertTrue(channel.kinds().containsAll(Kinds.STATES));
        assertTrue(channel.wants("MISSING_ITEM"));
        assertFalse(channel.wants("DID_NOT_RUN"), "says what route-late says");
        assertTrue(channel.interest().isIn("any-route", null));
    }

    @Test
    void everySettingIsRead() {
        Channels channels = channels(
                "chat.url=https://hooks.example.com/T0/B0/x",
                "chat.form=slack",
                "chat.secret=s3cret-of-the-chat",
                "chat.kinds=route-late, notices",
                "chat.routes=erp-*, *-to-relay",
                "chat.sections=Vendors",
                "chat.when=16:00, 07:00",
                "chat.after=0s",
                "chat.summary-at=06:30");
        Channel channel = channels.find("chat").orElseThrow();
        assertEquals(Form.SLACK, channel.form());
        assertEquals("07:00, 16:00", channel.rhythm().toString());
        assertEquals(Duration.ZERO, channel.after());
        assertFalse(channel.wants(Kinds.ROUTE_FAILING));
        assertTrue(channel.wants("FAR_AHEAD"));
        assertTrue(channel.interest().isIn("ERP-jobs-to-x", "vendors"));
        assertTrue(channel.interest().isIn("x-to-relay", "Vendors"));
        assertFalse(channel.interest().isIn("x-to-relay-2", "Vendors"));
        assertFalse(channel.interest().isIn("erp-x", "Jobs"));
        assertEquals("/T0/B0/x", channels.url("chat").getPath());
        assertEquals("s3cret-of-the-chat", channels.secret("chat").orElseThrow());
    }

    @Test
    void environmentVariablesNameChannelsToo() {
        Channels channels = new Channels(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "SYNCLINE_MESSAGES_OPS_TEAM_TO",
                                "mailto:it@example.com",
                                "SYNCLINE_MESSAGES_OPS_TEAM_SUMMARY_AT",
                                "05:00"),
                        300))
                .withConverter(Duration.class, 200, new DurationConverter())
                .build());
        assertEquals(LocalTime.of(5, 0), channels.find("ops-team").orElseThrow().summaryAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.kinds=route-late | either syncline.messages.a.to (SYNCLINE_MESSAGES_A_TO)",
                "a.to=mailto:x@y.com; a.url=https://x | need one receiver",
                "a.to=it@example.com; a.kinds=route-lat | unknown kind 'route-lat'",
                "a.to=it@example.com; a.kinds=NO_SUCH_NOTICE | unknown kind 'NO_SUCH_NOTICE'",
                "a.to=it at example.com | 'it at example.com' is no e-mail address",
                "a.to=it@example.com>\\r\\nRCPT TO:<x@y.com | is no e-mail address",
                "a.to=mailto:it@example..com | is no e-mail address",
                "a.to=, | is empty",
                "a.to=it@example.com; a.when=noon | 'noon' is no time of day",
                "a.to=it@example.com; a.summary-at=25:00 | '25:00' is no time of day",
                "a.to=it@example.com; a.after=soon | is no duration",
                "a.to=it@example.com; a.after=PT48H | between 0s and 1d",
                "a.to=it@example.com; a.form=slack | is for webhooks",
                "a.to=it@example.com; a.kind=route-late | setting syncline.messages.a.kind is unknown",
                "A_b.to=it@example.com | name 'A_b'",
                "a.url=ftp://example.com/x | begins with https://",
                "a.url=https://user:pass@example.com/x | begins with https://",
                "a.url=not a url | is no address",
                "a.url=http://example.com/x; a.form=slack | begins with http://",
                "a.url=https://example.com/x; a.form=discord | Set it to slack, teams or json"
            })
    void aMistakeIsToldWithItsSettingAndItsCure(String settings, String expected) {
        Channels channels = channels(Arrays.stream(settings.split("; "))
                .map(setting -> setting.replace("\\r\\n", "\r\n"))
                .toArray(String[]::new));
        String message = assertThrows(InvalidMessages.class, channels::all).getMessage();
        assertTrue(message.contains(expected), message);
        assertFalse(message.contains("user:pass"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=s@example.com | need a mail server",
                "host=mx | need a sender",
                "host=mx; from=nobody | need a sender",
                "host=mx; from=s@example.com; port=0 | is a port",
                "host=mx; from=s@example.com; security=ssl | starttls, tls or none",
                "host=mx; from=s@example.com; security=none; username=u | would be sent readable"
            })
    void soIsOneOfTheMailServer(String settings, String expected) {
        Map<String, String> properties = new HashMap<>();
        for (String setting : settings.split("; ")) {
            properties.put("syncline.mail." + setting.split("=")[0], setting.split("=")[1]);
        }
        String message = assertThrows(InvalidMessages.class, () -> MailSettings.of(config(properties)))
                .getMessage();
        assertTrue(message.contains(expected.replace("is a port", "Set it to a port")), message);
    }

    @Test
    void everyKindOfNoticeThatIsDocumentedCanBeNamed() throws Exception {
        String docs = Files.readString(Paths.get("docs/operating.md"));
        int section = docs.indexOf("### Notices");
        String notices = docs.substring(section, docs.indexOf("\n## ", section))
                + docs.substring(docs.indexOf("| alert | notice"), docs.indexOf("### SynclineAbsent"));
        Set<String> documented = new TreeSet<>();
        Matcher kind = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`").matcher(notices);
        while (kind.find()) {
            documented.add(kind.group(1));
        }
        assertEquals(documented, new TreeSet<>(Kinds.OF_NOTICES), "docs/operating.md, and Kinds.OF_NOTICES");
        List<String> missing = new ArrayList<>(Kinds.STATES);
        String page = Files.readString(Path.of("docs/messages.md"));
        missing.removeIf(page::contains);
        assertEquals(List.of(), missing, "kinds that docs/messages.md does not explain");
    }

    private static Channels channels(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.put(ChannelNames.PREFIX + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Channels(config(properties));
    }

    private static org.eclipse.microprofile.config.Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 200))
                .withConverter(Duration.class, 200, new DurationConverter())
                .build();
    }
}
