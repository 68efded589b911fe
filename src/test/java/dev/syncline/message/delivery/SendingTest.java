package dev.syncline.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.message.HubTables;
import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Form;
import dev.syncline.message.channel.Glob;
import dev.syncline.message.channel.Interest;
import dev.syncline.message.channel.Rhythm;
import dev.syncline.message.content.Content;
import dev.syncline.message.content.ContentJson;
import dev.syncline.message.content.Contents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox over the real PostgreSQL. */
class SendingTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Channel OPS = new Channel(
            "ops",
            Form.JSON,
            Set.of(),
            new Interest(new Glob(List.of()), new Glob(List.of())),
            Rhythm.AT_ONCE,
            Duration.ZERO,
            LocalTime.MIDNIGHT);

    private final List<UUID> sent = new CopyOnWriteArrayList<>();
    private final List<String> given = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SetClock clock = new SetClock();
    private NotSent failure;
    private DataSource hub;
    private Outbox outbox;

    private static final class SetClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        private void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void tables() throws Exception {
        hub = HubTables.create();
        outbox = new Outbox(hub);
        execute("insert into sync_message_channel (name, next_round_at, rhythm) values ('ops', now(), '')");
    }

    @Test
    void messagesAreSentInTheirOrderAndOnce() throws Exception {
        List<UUID> added = add(3);
        sending().sendDue(OPS);
        sending().sendDue(OPS);
        assertEquals(added, sent);
        assertEquals(
                3,
                meters.counter("syncline.messages", "channel", "ops", "outcome", "sent")
                        .count());
        assertEquals(List.of("delivered", "delivered", "delivered"), given);
    }

    /** As two processes do, each with claims of its own. */
    @Test
    void twoSendersSendEachMessageOnce() throws Exception {
        List<UUID> added = add(60);
        AtomicInteger inFlight = new AtomicInteger();
        List<String> overlaps = new CopyOnWriteArrayList<>();
        Sender slow = (channel, id, content) -> {
            if (inFlight.incrementAndGet() > 1) {
                overlaps.add(content.subject());
            }
            sent.add(id);
            Thread.yield();
            inFlight.decrementAndGet();
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> processes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Sending own = new Sending(new Outbox(hub), slow, undelivered(), meters, clock, Duration.ofDays(1));
                processes.add(() -> {
                    while (waiting() > 0) {
                        own.sendDue(OPS);
                    }
                    return null;
                });
            }
            for (Future<Void> process : threads.invokeAll(processes)) {
                process.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(added, sent);
        assertEquals(List.of(), overlaps);
    }

    @Test
    void aCrashBetweenSendingAndRecordingSendsThatOneAgainWithTheSameId() throws Exception {
        List<UUID> added = add(3);
        Claim dead = outbox.claim("ops", clock.instant(), Duration.ofMinutes(3)).orElseThrow();
        OutboxMessage first = outbox.next("ops").orElseThrow();
        sent.add(first.uuid()); // and then the process dies
        sending().sendDue(OPS);
        assertEquals(added.subList(0, 1), sent, "its claim still lasts");
        clock.pass(Duration.ofMinutes(3));
        sending().sendDue(OPS);
        assertEquals(List.of(added.get(0), added.get(0), added.get(1), added.get(2)), sent);
        assertFalse(outbox.renew(dead, clock.instant().plusSeconds(1)), "the dead one's claim is another's");
    }

    @Test
    void aChannelRestsLongerAfterEachFailureAndBeginsWithTheSameMessage() throws Exception {
        List<UUID> added = add(2);
        failure = NotSent.now("ops.example.com answered 500");
        Duration expected = Duration.ofSeconds(20);
        for (int attempt = 1; attempt <= 4; attempt++) {
            sending().sendDue(OPS);
            assertEquals(attempt, sent.size());
            clock.pass(expected.minusSeconds(1));
            sending().sendDue(OPS);
            assertEquals(attempt, sent.size(), "it rests");
            clock.pass(Duration.ofSeconds(1));
            expected = expected.multipliedBy(2);
        }
        assertEquals(1, Set.copyOf(sent).size());
        assertEquals("ops.example.com answered 500", text("select last_error from sync_message_channel"));
        assertEquals("4", text("select attempts from sync_message where error is not null"));
        failure = null;
        sent.clear();
        sending().sendDue(OPS);
        assertEquals(added, sent);
        assertEquals("0", text("select failures from sync_message_channel"));
    }

    @Test
    void aReceiverIsLeftAloneForAsLongAsItAsks() {
        assertEquals(Duration.ofSeconds(20), Sending.rest(0, Duration.ofSeconds(3)));
        assertEquals(Duration.ofMinutes(7), Sending.rest(0, Duration.ofMinutes(7)));
        assertEquals(Duration.ofSeconds(160), Sending.rest(3, Duration.ZERO));
        for (int failures : new int[] {7, 8, 100, Integer.MAX_VALUE}) {
            assertEquals(Duration.ofMinutes(30), Sending.rest(failures, Duration.ZERO));
        }
    }

    @Test
    void whatCannotBeSentWithinADayIsGivenUpWithANotice() throws Exception {
        add(1);
        failure = NotSent.now("away");
        sending().sendDue(OPS);
        clock.pass(Duration.ofDays(1));
        List<UUID> later = add(1);
        sending().sendDue(OPS);
        assertEquals(List.of("gave up: away"), given);
        assertEquals(1, waiting(), "the later one is tried further");
        clock.pass(Duration.ofHours(1));
        failure = null;
        sending().sendDue(OPS);
        assertEquals(later.get(0), sent.get(sent.size() - 1));
        assertEquals("delivered", given.get(1));
    }

    @Test
    void whatTheReceiverWillNeverTakeDoesNotHoldUpOthers() throws Exception {
        List<UUID> added = add(2);
        Sender picky = (channel, id, content) -> {
            if (id.equals(added.get(0))) {
                throw NotSent.ever("ops.example.com answered 400: invalid_blocks");
            }
            sent.add(id);
        };
        new Sending(outbox, picky, undelivered(), meters, clock, Duration.ofDays(1)).sendDue(OPS);
        assertEquals(added.subList(1, 2), sent);
        assertEquals(List.of("gave up: ops.example.com answered 400: invalid_blocks", "delivered"), given);
        assertEquals(
                1,
                meters.counter("syncline.messages", "channel", "ops", "outcome", "given_up")
                        .count());
    }

    @Test
    void aTestMessageThatArrivesEndsTheRest() throws Exception {
        add(1);
        failure = NotSent.now("away");
        sending().sendDue(OPS);
        TestMessages tests = new TestMessages(this::take, outbox, undelivered(), clock);
        assertEquals(Optional.of("away"), tests.send(OPS));
        failure = null;
        assertEquals(Optional.empty(), tests.send(OPS));
        sending().sendDue(OPS);
        assertEquals(0, waiting());
    }

    private Sending sending() {
        return new Sending(outbox, this::take, undelivered(), meters, clock, Duration.ofDays(1));
    }

    private void take(Channel channel, UUID id, Content content) throws NotSent {
        sent.add(id);
        if (failure != null) {
            throw failure;
        }
    }

    private Undelivered undelivered() {
        return new Undelivered() {
            @Override
            public void gaveUp(String channel, String reason) {
                given.add("gave up: " + reason);
            }

            @Override
            public void delivered(String channel) {
                given.add("delivered");
            }
        };
    }

    private List<UUID> add(int count) throws Exception {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            added.add(id);
            try (Connection connection = hub.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into sync_message (uuid, channel, content, created_at) values (?, 'ops', ?, ?)")) {
                insert.setObject(1, id);
                insert.setString(2, ContentJson.write(Contents.test("ops")));
                insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.executeUpdate();
            }
        }
        return added;
    }

    private long waiting() throws Exception {
        return Long.parseLong(text("select count(*) from sync_message where sent_at is null and given_up_at is null"));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = hub.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private String text(String sql) throws Exception {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            assertTrue(row.next(), sql);
            return row.getString(1);
        }
    }
}
