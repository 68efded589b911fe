package dev.syncline.supplier.acknowledgement;

import dev.syncline.supplier.ShownAnswer;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.acknowledgement.AcknowledgementTable.Debt;
import dev.syncline.supplier.acknowledgement.OwedAcknowledgement.Place;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.outage.SystemCaller;
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
 * Sends suppliers the acknowledgements that are owed, one after the other, when a run has read all orders. One that
 * cannot be sent stays owed, and is sent with a later run; the run does not fail.
 */
@ApplicationScoped
@Named("acknowledgements")
@RegisterForReflection
public class Acknowledgements {
    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
    private static final int MOST_OF_A_PAGE = 50;
    private static final int MOST_OF_A_RUN = 1_000;
    private static final int MOST_REFUSALS = 5;
    /** After that a run sends no further ones, so that the next run is not delayed. */
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /**
     * Refusals within that time count as one: runs may follow each other by the minute, people need longer to correct
     * something.
     */
    private static final Duration ONE_REFUSAL = Duration.ofHours(1);

    /** Statuses that concern the call and its address, and not the document. */
    private static final Set<Integer> OURS = Set.of(401, 403, 404, 405, 407);
    /** Statuses by which the supplier asks to wait. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final AcknowledgementTable table;
    private final AcknowledgementListener news;
    private final Ownership ownership;
    private final HttpCall http;
    private final Clock clock;

    Acknowledgements(
            AcknowledgementTable table, AcknowledgementListener news, Ownership ownership, HttpCall http, Clock clock) {
        this.table = table;
        this.news = news;
        this.ownership = ownership;
        this.http = http;
        this.clock = clock;
    }

    /** Returns whether a run is to send acknowledgements; if not, open notices about them are settled. */
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

    /**
     * Loads the acknowledgements of a page.
     *
     * @param place as {@link #next} returned it; empty for the beginning
     */
    public void take(AcknowledgementBatch batch, String place) throws SQLException {
        Sent sent = sent(place, clock.instant());
        batch.since = sent.since();
        batch.owed.addAll(table.owed(batch.supplier, sent.last(), sent.since(), MOST_OF_A_PAGE));
    }

    /** Returns whether there is an acknowledgement to send, and the run may still send it. */
    public boolean hasNext(@ExchangeProperty(SystemCaller.PROPERTY) AcknowledgingRead read) throws SQLException {
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

    /** Handles a call without an answer. */
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

    /** Skips an acknowledgement that the supplier refuses; it may accept the others. */
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

    /**
     * Notifies first: if the process is killed in between, the acknowledgement is refused, and notified of, once more.
     */
    private void giveUp(AcknowledgementBatch batch, OwedAcknowledgement refused, String why, Instant now)
            throws SQLException {
        String text = problem(batch.supplier, refused, why) + ". It was refused in " + MOST_REFUSALS
                + " different hours and is not sent again. Its orders have gone on their way; ask the supplier whether"
                + " it needs it";
        LOG.warn(text);
        news.givenUp(batch.request.route(), refused.named(), text);
        table.refused(refused, now, true);
    }

    /** Stops sending, as the supplier would not accept the others now. */
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

    /**
     * Returns the place of the next page; null if all are sent, if no more can be sent, or if the run has sent enough.
     */
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

    /** When a run began to send, how many it has sent, and the place of the last one. */
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
