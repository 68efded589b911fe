package dev.syncline.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.health.Freshness;
import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Form;
import dev.syncline.message.channel.Glob;
import dev.syncline.message.channel.Interest;
import dev.syncline.message.channel.Kinds;
import dev.syncline.message.channel.Rhythm;
import dev.syncline.message.content.Content;
import dev.syncline.message.content.ContentJson;
import dev.syncline.message.content.Contents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put into the outbox, over the real PostgreSQL. */
class RoundTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final Map<String, String> SECTIONS = Map.of(ROUTE, "Vendors", "erp-jobs-to-relay", "Jobs");

    private DataSource hub;
    private Instant now = START;
    private Rhythm rhythm = Rhythm.AT_ONCE;
    private Set<String> kinds = Kinds.of(List.of());
    private Interest interest = new Interest(new Glob(List.of()), new Glob(List.of()));

    @BeforeEach
    void tables() throws Exception {
        hub = HubTables.create();
    }

    @Test
    void oneMessageWhenItBeganAndOneWhenItIsOver() throws Exception {
        for (int i = 0; i < 5; i++) {
            round(cause(Kinds.ROUTE_LATE, ROUTE));
        }
        round();
        round();
        assertEquals(List.of("LATE " + ROUTE + ": Vendors", "OVER " + ROUTE + ": LATE, Vendors"), subjects());
        Content over = contents().get(1);
        assertEquals("The route is now on time.", over.items().get(0).text());
        assertEquals(START, over.items().get(0).since());
    }

    @Test
    void aFailedRunAndItsFailingRouteAreOneMessage() throws Exception {
        for (int i = 0; i < 3; i++) {
            round(cause(Kinds.RUN_FAILED, ROUTE), cause(Kinds.ROUTE_FAILING, ROUTE));
        }
        assertEquals(List.of("RUN FAILED " + ROUTE + ": Vendors"), subjects());
        kinds = Kinds.of(List.of(Kinds.ROUTE_FAILING));
        round(cause(Kinds.RUN_FAILED, ROUTE), cause(Kinds.ROUTE_FAILING, ROUTE));
        round(cause(Kinds.RUN_FAILED, ROUTE), cause(Kinds.ROUTE_FAILING, ROUTE));
        assertEquals("FAILING " + ROUTE + ": Vendors", subjects().get(1));
        assertEquals(2, subjects().size(), subjects().toString());
    }

    @Test
    void aChannelGetsWhatItIsInterestedIn() throws Exception {
        interest = new Interest(new Glob(List.of("erp-*")), new Glob(List.of("jobs")));
        kinds = Kinds.of(List.of(Kinds.ROUTE_LATE, "MISSING_ITEM"));
        Cause[] causes = {
            cause(Kinds.ROUTE_LATE, ROUTE),
            cause(Kinds.ROUTE_LATE, "erp-jobs-to-relay"),
            cause(Kinds.ROUTE_FAILING, "erp-jobs-to-relay"),
            cause("MISSING_ITEM", "erp-jobs-to-relay"),
            cause("FAR_AHEAD", "erp-jobs-to-relay"),
            cause("MISSING_ITEM", ""),
        };
        round(causes);
        round(causes);
        assertEquals(List.of("LATE erp-jobs-to-relay: Vendors", "MISSING_ITEM erp-jobs-to-relay: Vendors"), subjects());
    }

    @Test
    void manyAtATimeAreOneMessage() throws Exception {
        Cause[] causes = IntStream.range(0, 60)
                .mapToObj(i -> cause(Kinds.ROUTE_LATE, "route-" + i))
                .toArray(Cause[]::new);
        round(causes);
        round(causes);
        assertEquals(1, subjects().size());
        assertTrue(
                subjects().get(0).startsWith("60 LATE: route-0, "), subjects().get(0));
        assertEquals(60 - Contents.MOST_ITEMS, contents().get(0).more());
    }

    @Test
    void aDigestHasWhatHappenedSinceTheLastOneAndLeavesOutWhatIsOverAgain() throws Exception {
        rhythm = Rhythm.of("1h");
        round();
        for (int i = 0; i < 4; i++) {
            round(cause(Kinds.ROUTE_LATE, ROUTE), cause(Kinds.ROUTE_FAILING, "erp-jobs-to-relay"));
        }
        for (int i = 0; i < 3; i++) {
            round(cause(Kinds.ROUTE_FAILING, "erp-jobs-to-relay"));
        }
        assertEquals(List.of(), subjects());
        now = START.plus(Duration.ofHours(1));
        round(cause(Kinds.ROUTE_FAILING, "erp-jobs-to-relay"));
        assertEquals(1, contents().size());
        List<String> states = contents().get(0).items().stream()
                .map(item -> item.state() + " " + item.route())
                .toList();
        assertEquals(List.of("FAILING erp-jobs-to-relay", "OVER " + ROUTE), states);
        now = START.plus(Duration.ofHours(3));
        round(cause(Kinds.ROUTE_FAILING, "erp-jobs-to-relay"));
        assertEquals(1, contents().size(), "nothing happened, and nothing is sent");
    }

    @Test
    void aDailySummaryIsSentOnceADayInTheZone() throws Exception {
        kinds = Kinds.of(List.of(Kinds.DAILY_SUMMARY));
        round(); // 09:00 in Berlin: the next one is tomorrow
        now = Instant.parse("2026-03-02T05:59:00Z");
        round();
        assertEquals(List.of(), subjects());
        round(); // 07:01
        round();
        assertEquals(List.of("SUMMARY"), subjects());
    }

    @Test
    void aChannelThatNoLongerWantsDigestsGetsWhatWaitedAtOnce() throws Exception {
        rhythm = Rhythm.of("1d");
        round(cause(Kinds.ROUTE_LATE, ROUTE));
        round(cause(Kinds.ROUTE_LATE, ROUTE));
        assertEquals(List.of(), subjects());
        rhythm = Rhythm.AT_ONCE;
        round(cause(Kinds.ROUTE_LATE, ROUTE));
        assertEquals(List.of("LATE " + ROUTE + ": Vendors"), subjects());
    }

    /** Two minutes pass with each, and a state must hold for as long. */
    private void round(Cause... causes) throws Exception {
        Channel channel =
                new Channel("ops", Form.JSON, kinds, interest, rhythm, Duration.ofMinutes(2), LocalTime.of(7, 0));
        Situation situation = new Situation(List.of(causes), Set.of(), Set.of(), Map.of(ROUTE, Freshness.ON_TIME));
        try (Connection connection = hub.getConnection()) {
            connection.setAutoCommit(false);
            ChannelTable table = new ChannelTable(connection);
            table.add(List.of("ops"), now);
            ChannelRow row = table.lockDue(List.of("ops"), now).get("ops");
            Round round = new Round(situation, SECTIONS, now, ZONE);
            round.carryOut(connection, channel, row, (to, at) -> Contents.summary("SUMMARY", "text"));
            table.save("ops", now, round.next(channel, row));
            connection.commit();
        }
        now = now.plus(Duration.ofMinutes(2));
    }

    private static Cause cause(String kind, String route) {
        return new Cause(CauseId.of(kind, route), "Vendors", "text", "/routes/" + route);
    }

    private List<String> subjects() throws Exception {
        return contents().stream().map(Content::subject).toList();
    }

    private List<Content> contents() throws Exception {
        List<Content> contents = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement("select content from sync_message order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                contents.add(ContentJson.read(row.getString(1), Content.class));
            }
        }
        return contents;
    }
}
