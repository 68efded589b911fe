package dev.syncline.deliver;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.sql.SqlErrors;
import dev.syncline.value.RecordRefused;
import dev.syncline.value.ValueText;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Delivers one record after the other, and makes the answer: what the database or the program itself
 * says of a record refuses that record, and nothing else. Only an outage is more than that.
 */
final class SqlAnswers {
    private static final Logger LOG = Logger.getLogger(SqlAnswers.class);

    /** How often a record is tried again at once, when other transactions came first; then the route waits. */
    private static final int MOST_CLASHES = 5;

    private static final String CORRECT = ". Correct the record at the source, or the route's write";

    private final SqlSession session;
    private final SqlDelivery delivery;
    private final TargetAccepted accepted;

    SqlAnswers(SqlSession session, SqlDelivery delivery, TargetAccepted accepted) {
        this.session = session;
        this.delivery = delivery;
        this.accepted = accepted;
    }

    /**
     * @throws SQLException when the target cannot be reached, or the whole transaction gave way
     * @throws HubFailed when the hub does not answer
     */
    Answer answer(Judged record, SqlProgress progress) throws SQLException {
        for (int clashes = 0; ; clashes++) {
            try {
                Answer answer = delivery.deliver(record, progress::committing);
                accepted.reached();
                return answer;
            } catch (RecordRefused e) {
                accepted.reached();
                return refused(e.getMessage(), false);
            } catch (HubFailed e) {
                session.rollback();
                throw e;
            } catch (SQLException e) {
                SqlErrors errors = session.dialect().errors();
                if (clashes < MOST_CLASHES && (errors.clashes(e) || errors.isStale(e))) {
                    session.rollback();
                    progress.rolledBack();
                    if (errors.isStale(e)) {
                        session.renew();
                    }
                } else if (!isOutage(session, e)) {
                    return refusedByDatabase(e);
                } else if (progress.passesOver()) {
                    return refused(
                            "The target broke off " + SqlProgress.MOST_BREAKS
                                    + " times when this record was written, the"
                                    + " last time with: " + session.words(e)
                                    + ". See there what happens with its row; the next run sends it again",
                            true);
                } else {
                    progress.brokeOff();
                    throw e;
                }
            } catch (RuntimeException | StackOverflowError e) {
                LOG.errorf(e, "Record %s was not written, for an error of the program", record.key());
                accepted.reached();
                return refused(
                        "An error of the program, not of the target, kept the record from being written: " + e
                                + ". Report it with the log of this minute; a retry sends the record again",
                        false);
            }
        }
    }

    /** Without a state, or with that of a connection, it may also be the driver's, or a trigger's that calls elsewhere. */
    static boolean isOutage(SqlSession session, SQLException failure) {
        if (failure.getSQLState() == null || SqlErrors.hasState(failure, "08", "57P")) {
            return (failure.getSQLState() == null || session.dialect().errors().isBeyondRecord(failure))
                    && !session.isAlive();
        }
        return session.dialect().errors().isBeyondRecord(failure);
    }

    private Answer refusedByDatabase(SQLException failure) throws SQLException {
        SqlErrors errors = session.dialect().errors();
        String words = "The target refused it: " + session.words(failure);
        if (errors.isOfStatement(failure)) {
            accepted.denied();
            return refused(
                    words
                            + ". Grant or create there what is missing, or correct the route's write; the next run sends it"
                            + " again",
                    true);
        }
        accepted.reached();
        if (errors.clashes(failure)) {
            words += " (no such row is to be seen, so another row has the value, or the user may not see it)";
        }
        Answer answer = refused(words + CORRECT, errors.lacksOther(failure));
        String culprit = SqlErrors.hasState(failure, "22") ? session.culprit() : null;
        return culprit == null ? answer : refused(culprit, false);
    }

    private Answer refused(String reason, boolean canHeal) {
        try {
            session.rollback();
        } catch (SQLException e) {
            // The server hung up on the record, which rolls back as well; the next record finds the connection gone.
            LOG.debugf("The connection is gone after a record was refused: %s", e.getMessage());
        }
        return new Answer(Result.REFUSED, null, ValueText.printable(reason), canHeal, false);
    }
}
