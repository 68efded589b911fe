package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import dev.syncline.record.Action;
import dev.syncline.record.LogReader;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.WriteMapping;
import dev.syncline.sql.SqlErrors;
import dev.syncline.system.LostConnection;
import dev.syncline.system.SqlGate;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import dev.syncline.value.ValueText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Writes a batch to a SQL target, for the template {@code sql-write}: one answer a record, one transaction a record. */
@ApplicationScoped
@Named("sqlWriter")
@RegisterForReflection
public class SqlWriter {
    private static final Logger LOG = Logger.getLogger(SqlWriter.class);

    private final SqlGate gate;
    private final RetryAfterOutage outages;
    private final LogReader log;

    SqlWriter(SqlGate gate, RetryAfterOutage outages, LogReader log) {
        this.gate = gate;
        this.outages = outages;
        this.log = log;
    }

    /**
     * Writes what is still to be written of the batch. When the target is lost on the way, the answers until then stay
     * with their deliveries, and the next call continues behind them.
     *
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the target's circuit breaker is open
     * @throws SQLException when the target cannot be reached or breaks off
     * @throws IllegalStateException when it does not have the route's tables, or does not let them be written
     */
    public void write(@Body Batch batch, Exchange exchange) throws SQLException {
        SqlProgress progress = batch.progress();
        SyncRoute route = batch.run().route();
        SystemCaller.set(exchange, batch);
        if (progress.hasAdvanced()) {
            outages.begin(exchange, route.target(), batch.run().part());
        }
        gate.write(route.target(), batch.run().part(), partDone -> {
            write(batch.run(), progress, batch.accepted(), partDone);
            return progress;
        });
        batch.partAnswered();
    }

    private void write(RunContext run, SqlProgress progress, TargetAccepted accepted, Runnable partDone)
            throws SQLException {
        SyncRoute route = run.route();
        try (SqlSession session =
                new SqlSession(gate.connections(route.target(), run.part()).getConnection())) {
            SqlContent tables = opened(session, route);
            SqlGuard guard = run.repairs() ? null : new SqlGuard(tables, this::delivered);
            SqlAnswers answers =
                    new SqlAnswers(session, new SqlDelivery(session, tables, guard, route.key()), accepted);
            for (Judged record = progress.next(); record != null; record = progress.next()) {
                Answer answer = answers.answer(record, progress);
                if (accepted.isHopeless()) {
                    throw TargetBroken.denied(route.target(), answer.reason());
                }
                progress.answered(answer);
                partDone.run();
            }
        }
    }

    private static SqlContent opened(SqlSession session, SyncRoute route) throws SQLException {
        try {
            return SqlContent.open(session, WriteMapping.of(route.write()), route.zone());
        } catch (SQLException e) {
            if (SqlAnswers.isOutage(session, e)) {
                throw e;
            }
            LOG.debugf(e, "The tables of route %s cannot be written", route.id());
            throw new IllegalStateException("System " + route.target() + " does not take the records of this route: "
                    + session.words(e) + ". Create or grant there what is missing, or correct the route's write");
        }
    }

    private Optional<JsonNode> delivered(Judged record) {
        try {
            return log.entry(record.known() == null ? null : record.known().logId(), record.key())
                    .filter(entry -> entry.action() != Action.DELETED)
                    .map(entry -> parsed(entry.content()));
        } catch (RuntimeException e) {
            throw new HubFailed(e);
        }
    }

    private static JsonNode parsed(String content) {
        try {
            return ValueText.JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The document log holds what is no JSON", e);
        }
    }

    /** Whether the failure of a batch is one that is waited for; for {@code routes/errors.camel.yaml}. */
    public boolean canHeal(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof SQLException failure
                && (LostConnection.isOutageWithoutState(failure)
                        || SqlErrors.any(errors -> errors.isWriteOutage(failure)));
    }
}
