package dev.syncline.supplier.acknowledgement;

import dev.syncline.supplier.ShownAnswer;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.acknowledgement.AcknowledgementTable.Debt;
import dev.syncline.supplier.acknowledgement.OwedAcknowledgement.Place;
import dev.syncline.system.SystemCaller;
import dev.syncline.system.http.HttpCall;
import dev.syncline.work.Ownership;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/**
 * Sends suppliers the acknowledgements that are owed, one after the other, when a run has given all its orders. What
 * cannot be sent stays owed, and goes with a later run: no run fails by it.
 */
@ApplicationScoped
@Named("acknowledgements")
@RegisterForReflection
public class Acknowledgements {
    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
    private static final int MOST_OF_A_PAGE = 50;
    private static final int MOST_OF_A_RUN = 1_000;
    private static final int MOST_REFUSALS = 5;
    /** After that a run begins to send no other: the next run is to begin. */
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Refusals within it are one: runs may follow each other by the minute, people who mend things do not. */
    private static final Duration ONE_REFUSAL = Duration.ofHours(1);

    /** About who calls and where: no document's fault. */
    private static final Set<Integer> OURS = Set.of(401, 403, 404, 405, 407);
    /** The supplier asks for patience. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final AcknowledgementTable table;
    private final AcknowledgementNews news;
    private final Ownership ownership;
    private final HttpCall http;
    private final Clock clock;

    Acknowledgements(
            AcknowledgementTable table, AcknowledgementNews news, Ownership ownership, HttpCall http, Clock clock) {
        this.table = table;
        this.news = news;
        this.ownership = ownership;
        this.http = http;
        this.clock = clock;
    }

    /** Whether a run is to go on by sending what is owed; where nothing is, nobody need be told of it any more. */
    public boolean areOwed(AcknowledgementBatch batch) throws SQLException {
        if (batch.request.dryRun()) {
            return false;
        }
        boolean areOwed = !batch.supplier.acknowledgements().isEmpty()
                && table.debt(batch.supplier).owed() > 0;
        if (!areOwed) {
            news.settled(batch.request.route());
        }
        return areOwed;
    }

    /** @param place as {@link #next} gave it; empty for the beginning */
    public void take(AcknowledgementBatch batch, String place) throws SQLException {
        Sent sent = sent(place, clock.instant());
        batch.since = sent.since();
        batch.owed.addAll(table.owed(batch.supplier, sent.last(), sent.since(), MOST_OF_A_PAGE));
    }

    /** Whether there is one to send, and the run may still do so. */
    public boolean areLeft(@ExchangeProperty(SystemCaller.PROPERTY) AcknowledgingRead read) throws SQLException {
        AcknowledgementBatch batch = read.acknowledgements();
        while (!batch.owed.isEmpty()) {
            if (!clock.instant().isBefore(batch.since.plus(LONGEST)) || !ownership.isToContinue(batch.request.part())) {
                batch.owed.clear();
                batch.isStopped = true;
            } else if (table.isOwed(batch.owed.peek())) {
                return true;
            } else {
                batch.sent.add(batch.owed.remove().place());
            }
        }
        return false;
    }

    public void request(@ExchangeProperty(SystemCaller.PROPERTY) AcknowledgingRead read, Exchange exchange) {
        AcknowledgementBatch batch = read.acknowledgements();
        OwedAcknowledgement owed = batch.owed.peek();
        http.prepare(
                exchange, batch.supplier.system(), batch.request.part(), "POST", batch.supplier.acknowledgements());
        exchange.getMessage().setHeader("Accept", "*/*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, owed.contentType());
        exchange.getMessage().setBody(owed.content());
    }

    public void answer(
            @ExchangeProperty(SystemCaller.PROPERTY) AcknowledgingRead read,
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            Exchange exchange)
            throws SQLException {
        AcknowledgementBatch batch = read.acknowledgements();
        if (status >= 200 && status < 300) {
            OwedAcknowledgement sent = batch.owed.remove();
            table.sent(sent);
            batch.sent.add(sent.place());
            return;
        }
        String said = ShownAnswer.of(exchange.getMessage().getBody(String.class));
        if (status >= 400 && status < 500 && !OURS.contains(status) && !LATER.contains(status)) {
            refused(batch, status + ": " + said);
        } else {
            stop(
                    batch,
                    status + ": " + said
                            + (OURS.contains(status) || status < 400
                                    ? ". Correct acknowledgements in its system file, its address or its token"
                                    : ""));
        }
    }

    /** No answer came. */
    public void failed(
            @ExchangeProperty(SystemCaller.PROPERTY) AcknowledgingRead read,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure)
            throws SQLException {
        stop(
                read.acknowledgements(),
                "no answer: "
                        + Objects.requireNonNullElse(
                                failure.getMessage(), failure.getClass().getSimpleName()));
    }

    /** The others may be taken. */
    private void refused(AcknowledgementBatch batch, String why) throws SQLException {
        OwedAcknowledgement refused = batch.owed.remove();
        batch.sent.add(refused.place());
        Instant now = clock.instant();
        boolean counts =
                refused.refusedAt() == null || !now.isBefore(refused.refusedAt().plus(ONE_REFUSAL));
        if (counts && refused.refusals() + 1 >= MOST_REFUSALS) {
            giveUp(batch, refused, why, now);
            return;
        }
        if (counts) {
            table.refused(refused, now, false);
        }
        batch.problem = problem(batch.supplier, refused, why);
        LOG.warnf("%s. It is sent again with a later run", batch.problem);
    }

    /** Told of first: where the process is killed in between, it is refused, and told of, once more. */
    private void giveUp(AcknowledgementBatch batch, OwedAcknowledgement refused, String why, Instant now)
            throws SQLException {
        String text = problem(batch.supplier, refused, why) + ". It was refused in " + MOST_REFUSALS
                + " different hours and is not sent again. Its orders have gone on their way; ask the supplier whether"
                + " it needs it";
        LOG.warn(text);
        news.givenUp(batch.request.route(), refused.named(), text);
        table.refused(refused, now, true);
    }

    /** Nor would the others be taken now. */
    private void stop(AcknowledgementBatch batch, String why) throws SQLException {
        OwedAcknowledgement failed = batch.owed.remove();
        batch.owed.clear();
        table.failed(failed);
        batch.isStopped = true;
        batch.problem = problem(batch.supplier, failed, why);
        LOG.warnf("%s. What is owed is sent with a later run", batch.problem);
    }

    private static String problem(Supplier supplier, OwedAcknowledgement owed, String why) {
        return "Supplier " + supplier.system() + " does not take the acknowledgement of " + owed.named() + " at "
                + supplier.acknowledgements() + " (" + why + ")";
    }

    /** Where the run goes on; null when it has sent what there is, cannot send more, or has sent enough. */
    public String next(AcknowledgementBatch batch, String place) throws SQLException {
        Sent before = sent(place, batch.since);
        boolean isOver = batch.isStopped || batch.sent.size() < MOST_OF_A_PAGE;
        Debt debt = table.debt(batch.supplier);
        if (batch.problem != null && debt.tried() > 0) {
            news.owed(
                    batch.request.route(),
                    batch.problem + ". " + debt.owed() + " are owed, the oldest since " + debt.since()
                            + ". They are sent with later runs; orders go on meanwhile");
        } else if (debt.tried() == 0) {
            news.settled(batch.request.route());
        }
        Sent now = isOver ? before : before.and(batch.sent);
        return isOver || now.count() >= MOST_OF_A_RUN ? null : now.toString();
    }

    private static Sent sent(String place, Instant beginning) {
        return place.isEmpty() ? new Sent(beginning, 0, Place.FIRST) : Sent.of(place);
    }

    /** Since when a run sends, how many it has sent, and which came last. */
    private record Sent(Instant since, int count, Place last) {
        static Sent of(String place) {
            String[] parts = place.split("\\|");
            return new Sent(
                    Instant.parse(parts[0]),
                    Integer.parseInt(parts[1]),
                    new Place(Integer.parseInt(parts[2]), Long.parseLong(parts[3])));
        }

        Sent and(List<Place> more) {
            return new Sent(since, count + more.size(), more.get(more.size() - 1));
        }

        @Override
        public String toString() {
            return since + "|" + count + "|" + last.rank() + "|" + last.document();
        }
    }
}
