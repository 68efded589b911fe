package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import dev.syncline.record.Action;
import dev.syncline.record.LogReader;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.WriteMapping;
import dev.syncline.system.Outages;
import dev.syncline.system.SqlGate;
import dev.syncline.system.Systems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Writes a batch to a SQL target, for the template {@code sql-write}: one answer a record, one transaction a record. */
@ApplicationScoped
@Named("sqlWriter")
@RegisterForReflection
public class SqlWriter {
    /** How often a record goes again at once, when other transactions came first; then the route waits. */
    private static final int MOST_CLASHES = 5;

    private static final int LONGEST = 500;
    private static final String PROGRESS = "sqlProgress";

    private final Systems systems;
    private final SqlGate gate;
    private final Outages outages;
    private final LogReader log;

    SqlWriter(Systems systems, SqlGate gate, Outages outages, LogReader log) {
        this.systems = systems;
        this.gate = gate;
        this.outages = outages;
        this.log = log;
    }

    /**
     * Writes what is still to be written of the batch. When the target is lost on the way, the answers until then are kept
     * in the exchange, and the next call goes on behind them.
     *
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the target's circuit breaker is open
     * @throws SQLException when the target cannot be reached or breaks off, or does not know the route's tables
     */
    public void write(@ExchangeProperty("batch") Batch batch, Exchange exchange) throws SQLException {
        Progress progress = progress(batch, exchange);
        SyncRoute route = batch.run().route();
        if (progress.hasAdvanced()) {
            outages.begin(exchange, route.target(), batch.run().id());
        }
        gate.pass(route.target(), batch.run().id(), () -> write(batch.run(), progress));
        batch.answer(progress.answers);
        exchange.removeProperty(PROGRESS);
    }

    private static Progress progress(Batch batch, Exchange exchange) {
        Progress progress = exchange.getProperty(PROGRESS, Progress.class);
        if (progress == null) {
            progress = new Progress(batch.part());
            exchange.setProperty(PROGRESS, progress);
        }
        return progress;
    }

    private Progress write(RunContext run, Progress progress) throws SQLException {
        SyncRoute route = run.route();
        try (SqlSession session = new SqlSession(systems.sql(route.target()).getConnection())) {
            SqlContent tables = SqlContent.open(session, WriteMapping.of(route.write()), route.zone());
            SqlGuard guard = run.repairs() ? null : new SqlGuard(tables, this::delivered);
            SqlDelivery delivery = new SqlDelivery(session, tables, guard, route.key());
            for (Judged record = progress.next(); record != null; record = progress.next()) {
                progress.answered(answer(session, delivery, record, progress));
            }
        }
        return progress;
    }

    static Answer answer(SqlSession session, SqlDelivery delivery, Judged record, Progress progress)
            throws SQLException {
        for (int clashes = 0; ; clashes++) {
            try {
                return delivery.deliver(record, progress::committing);
            } catch (Unfit e) {
                session.rollback();
                return new Answer(Result.REFUSED, null, e.getMessage());
            } catch (SQLException e) {
                TargetDialect dialect = session.dialect();
                if (dialect.clashes(e) && clashes < MOST_CLASHES) {
                    session.rollback();
                    progress.rolledBack();
                } else if (dialect.refuses(e)) {
                    session.rollback();
                    return new Answer(Result.REFUSED, null, words(e), dialect.lacksOther(e), false);
                } else {
                    progress.brokeOff();
                    throw e;
                }
            }
        }
    }

    private static String words(SQLException failure) {
        SQLException cause = failure.getNextException() == null ? failure : failure.getNextException();
        String words = String.valueOf(cause.getMessage())
                .strip()
                .replaceAll("\\s+", " ")
                .replace('\0', ' ');
        return "The target refused it: " + (words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…")
                + ". Correct the record at the source, or the route's write";
    }

    private Optional<JsonNode> delivered(Judged record) {
        return log.entry(record.known() == null ? null : record.known().logId(), record.key())
                .filter(entry -> entry.action() != Action.DELETED)
                .map(entry -> {
                    try {
                        return SqlColumn.JSON_READER.readTree(entry.content());
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("The document log holds what is no JSON", e);
                    }
                });
    }

    /** How far a batch is; what was written stays written when the target is lost after it. */
    static final class Progress {
        private final List<Judged> records;
        final List<Answer> answers = new ArrayList<>();
        private int advancedAt = -1;
        private Answer uncertain;
        private boolean mayBeThere;

        Progress(List<Judged> records) {
            this.records = records;
        }

        Judged next() {
            return answers.size() < records.size() ? records.get(answers.size()) : null;
        }

        void committing(Answer answer) {
            uncertain = uncertain == null || answer.result() != Result.UNCHANGED
                    ? answer
                    : new Answer(uncertain.result(), answer.ref(), null); // it had come through
        }

        void rolledBack() {
            uncertain = null;
        }

        /** The connection is lost; a commit that was under way may have come through. */
        void brokeOff() {
            mayBeThere |= uncertain != null;
        }

        /** The record counts as created or updated, though a repetition found nothing to do. */
        void answered(Answer answer) {
            boolean cameThrough = answer.result() == Result.UNCHANGED && uncertain != null;
            answers.add((cameThrough ? uncertain : answer).certain(!mayBeThere));
            uncertain = null;
            mayBeThere = false;
        }

        /** Whether something was answered since the last call: then this is another outage. */
        boolean hasAdvanced() {
            boolean has = answers.size() > advancedAt;
            advancedAt = answers.size();
            return has;
        }
    }
}
