package dev.syncline.supplier;

import dev.syncline.supplier.AcknowledgementTable.Debt;
import dev.syncline.supplier.OwedAcknowledgement.Place;
import dev.syncline.system.HttpCall;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
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

    /** About who calls and where: no document's fault. */
    private static final Set<Integer> OURS = Set.of(401, 403, 404, 405, 407);
    /** The supplier asks for patience. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final AcknowledgementTable table;
    private final AcknowledgementNews news;
    private final HttpCall http;

    Acknowledgements(AcknowledgementTable table, AcknowledgementNews news, HttpCall http) {
        this.table = table;
        this.news = news;
        this.http = http;
    }

    /** Whether a run is to go on by sending what is owed; where nothing is, nobody need be told of it any more. */
    boolean areOwed(SupplierRead read) throws SQLException {
        if (read.supplier.acknowledgements().isEmpty() || read.request.dryRun()) {
            return false;
        }
        boolean areOwed = table.debt(read.supplier).owed() > 0;
        if (!areOwed) {
            news.settled(read.request.route());
        }
        return areOwed;
    }

    /** @param place as {@link #next} gave it; empty for the beginning */
    void take(SupplierRead read, String place) throws SQLException {
        read.owed.addAll(table.owed(read.supplier, Sent.of(place).last(), MOST_OF_A_PAGE));
    }

    /** Whether there is one to send. */
    public boolean areLeft(@ExchangeProperty(SupplierRead.PROPERTY) SupplierRead read) {
        return !read.owed.isEmpty();
    }

    public void request(@ExchangeProperty(SupplierRead.PROPERTY) SupplierRead read, Exchange exchange) {
        OwedAcknowledgement owed = read.owed.peek();
        http.prepare(exchange, read.supplier.system(), read.request.runId(), "POST", read.supplier.acknowledgements());
        exchange.getMessage().setHeader("Accept", "*/*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, owed.contentType());
        exchange.getMessage().setBody(owed.content());
    }

    public void answer(
            @ExchangeProperty(SupplierRead.PROPERTY) SupplierRead read,
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            Exchange exchange)
            throws SQLException {
        if (status >= 200 && status < 300) {
            OwedAcknowledgement sent = read.owed.remove();
            table.settled(sent);
            read.sent.add(sent.place());
            return;
        }
        String said = SupplierCalls.shown(exchange.getMessage().getBody(String.class));
        if (status >= 400 && status < 500 && !OURS.contains(status) && !LATER.contains(status)) {
            refused(read, status + ": " + said);
        } else {
            stop(
                    read,
                    status + ": " + said
                            + (OURS.contains(status) || status < 400
                                    ? ". Correct acknowledgements in its system file, its address or its token"
                                    : ""));
        }
    }

    /** No answer came. */
    public void failed(
            @ExchangeProperty(SupplierRead.PROPERTY) SupplierRead read,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure)
            throws SQLException {
        stop(
                read,
                "no answer: "
                        + Objects.requireNonNullElse(
                                failure.getMessage(), failure.getClass().getSimpleName()));
    }

    /** The others may be taken. */
    private void refused(SupplierRead read, String why) throws SQLException {
        OwedAcknowledgement refused = read.owed.remove();
        read.sent.add(refused.place());
        if (refused.refusals() + 1 < MOST_REFUSALS) {
            table.failed(refused, true);
            read.problem = problem(read.supplier, refused, why);
            LOG.warnf("%s. It is sent again with a later run", read.problem);
            return;
        }
        table.settled(refused);
        String text = problem(read.supplier, refused, why) + ". It was refused " + MOST_REFUSALS
                + " times and is not sent again. Its orders have gone on their way; ask the supplier whether it needs it";
        LOG.warn(text);
        news.givenUp(read.request.route(), refused.named(), text);
    }

    /** Nor would the others be taken now. */
    private void stop(SupplierRead read, String why) throws SQLException {
        OwedAcknowledgement failed = read.owed.remove();
        read.owed.clear();
        table.failed(failed, false);
        read.isStopped = true;
        read.problem = problem(read.supplier, failed, why);
        LOG.warnf("%s. What is owed is sent with a later run", read.problem);
    }

    private static String problem(Supplier supplier, OwedAcknowledgement owed, String why) {
        return "Supplier " + supplier.system() + " does not take the acknowledgement of " + owed.named() + " at "
                + supplier.acknowledgements() + " (" + why + ")";
    }

    /** Where the run goes on; null when it has sent what there is, cannot send more, or has sent enough. */
    String next(SupplierRead read) throws SQLException {
        Sent before = Sent.of(read.position.place());
        boolean isOver = read.isStopped || read.sent.size() < MOST_OF_A_PAGE;
        Debt debt = table.debt(read.supplier);
        if (read.problem != null && debt.tried() > 0) {
            news.owed(
                    read.request.route(),
                    read.problem + ". " + debt.owed() + " are owed, the oldest since " + debt.since()
                            + ". They are sent with later runs; orders go on meanwhile");
        } else if (debt.tried() == 0) {
            news.settled(read.request.route());
        }
        Sent now = isOver ? before : before.and(read.sent);
        return isOver || now.count() >= MOST_OF_A_RUN ? null : now.toString();
    }

    /** How many were sent by a run, and which came last. */
    private record Sent(int count, Place last) {
        static Sent of(String place) {
            if (place.isEmpty()) {
                return new Sent(0, Place.FIRST);
            }
            String[] parts = place.split("\\|");
            return new Sent(
                    Integer.parseInt(parts[0]), new Place(Boolean.parseBoolean(parts[1]), Long.parseLong(parts[2])));
        }

        Sent and(List<Place> more) {
            return new Sent(count + more.size(), more.get(more.size() - 1));
        }

        @Override
        public String toString() {
            return count + "|" + last.isBehind() + "|" + last.document();
        }
    }
}
