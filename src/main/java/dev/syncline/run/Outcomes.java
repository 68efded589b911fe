package dev.syncline.run;

import dev.syncline.deliver.Answer;
import dev.syncline.judge.Judged;
import dev.syncline.page.RowChange;
import dev.syncline.record.Action;
import dev.syncline.record.Hashes;
import dev.syncline.record.Known;
import dev.syncline.record.Outcome;
import dev.syncline.record.RecordState;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.Waits;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** From a verdict and the target's answer to what the tables say. */
final class Outcomes {
    private Outcomes() {}

    /** @param answer the target's; null for what was not delivered */
    static Outcome of(Judged record, Answer answer, boolean dryRun) {
        return switch (record.verdict()) {
            case UPSERT ->
                dryRun
                        ? delivered(record, isAtTarget(record) ? written(record) : Action.CREATED, null)
                        : answered(record, answer);
            case DEACTIVATE, DELETE ->
                dryRun
                        ? gone(record)
                        : switch (answer.result()) {
                            case REFUSED -> failed(record, answer);
                            case HELD -> held(record, answer);
                            default -> gone(record);
                        };
            case UNCHANGED -> record.row().deleted() && !isAtTarget(record) ? gone(record) : unchanged(record);
            case STILL_FAILED -> failed(record, record.reason());
            case REFUSE -> failed(record, record.reason());
            case HOLD -> notSent(record, RecordStatus.ON_HOLD, record.reason(), false, record.waits());
            case BLOCK -> notSent(record, RecordStatus.BLOCKED, record.reason(), false, record.waits());
        };
    }

    /** Whether the status table does not say this already. */
    static boolean isNews(Judged record, Outcome outcome) {
        Known known = record.known();
        if (known == null) {
            return !record.row().deleted() || record.verdict().isDelivered();
        }
        return switch (record.verdict()) {
            case UPSERT, DEACTIVATE, DELETE -> true;
            case UNCHANGED ->
                known.status() != RecordStatus.SUCCESS
                        || known.isMoved() && outcome.action() == Action.DELETED && known.action() != Action.DELETED;
            case STILL_FAILED -> known.status() != RecordStatus.FAILED;
            case REFUSE, HOLD, BLOCK ->
                record.keyless() // says that this run has come across it
                        || known.status() != outcome.status()
                        || !Objects.equals(known.attemptedHash(), outcome.attemptedHash())
                        || !Objects.equals(known.reason(), outcome.reason());
        };
    }

    private static boolean isAtTarget(Judged record) {
        return record.known() != null && record.known().isDelivered();
    }

    /** What it is to those who look at the document log that the target was brought in line. */
    private static Action written(Judged record) {
        RowChange change = record.row().change();
        if (change == null) {
            return Action.UPDATED;
        }
        return change.isCreation() ? Action.CREATED : change.isCancellation() ? Action.CANCELLED : Action.UPDATED;
    }

    private static Outcome answered(Judged record, Answer answer) {
        return switch (answer.result()) {
            case CREATED -> delivered(record, Action.CREATED, answer.ref());
            case UPDATED -> delivered(record, written(record), answer.ref());
            case UNCHANGED ->
                delivered(record, record.row().isOwed() ? written(record) : Action.UNCHANGED, answer.ref());
            case DELETED -> gone(record);
            case REFUSED -> failed(record, answer);
            case HELD -> held(record, answer);
        };
    }

    private static Outcome delivered(Judged record, Action action, String ref) {
        Known known = record.known();
        Hashes sent = record.hashes();
        // What the target had to create anew has no children there, if none were sent.
        boolean hasItsOwn = known != null && action != Action.CREATED;
        UUID children = sent.children() != null || !hasItsOwn ? sent.children() : known.childHash();
        return outcome(
                record,
                RecordState.success(action),
                new Hashes(sent.content(), children, null, sent.fields()),
                ref != null ? ref : targetRef(known),
                record.changed());
    }

    private static Outcome unchanged(Judged record) {
        return outcome(
                record,
                RecordState.success(Action.UNCHANGED),
                atTarget(record.known(), null),
                targetRef(record.known()),
                List.of());
    }

    private static Outcome gone(Judged record) {
        return outcome(record, RecordState.success(Action.DELETED), Hashes.NONE, targetRef(record.known()), List.of());
    }

    private static String targetRef(Known known) {
        return known == null ? null : known.targetRef();
    }

    /** What the target has, with what was tried. */
    private static Hashes atTarget(Known known, UUID attempted) {
        return known == null
                ? new Hashes(null, null, attempted, null)
                : new Hashes(known.contentHash(), known.childHash(), attempted, known.fieldHashes());
    }

    private static Outcome failed(Judged record, Answer answer) {
        return notSent(record, RecordStatus.FAILED, answer.reason(), answer.canHeal(), record.waits());
    }

    private static Outcome failed(Judged record, String reason) {
        return notSent(record, RecordStatus.FAILED, reason, false, record.waits());
    }

    /** Nothing in the hub tells when it may go: each run looks again. */
    private static Outcome held(Judged record, Answer answer) {
        Waits waits = new Waits(null, null, null, record.hashes().children() != null);
        return notSent(record, RecordStatus.ON_HOLD, answer.reason(), false, waits);
    }

    /** The target keeps what it had. */
    private static Outcome notSent(Judged record, RecordStatus status, String reason, boolean canHeal, Waits waits) {
        Known known = record.known();
        return new Outcome(
                record.head(),
                known,
                new RecordState(status, known == null ? Action.NONE : known.action(), canHeal, reason),
                atTarget(known, record.hashes().attempted()),
                targetRef(known),
                List.of(),
                record.content(),
                waits);
    }

    private static Outcome outcome(
            Judged record, RecordState state, Hashes hashes, String targetRef, List<String> changed) {
        return new Outcome(
                record.head(), record.known(), state, hashes, targetRef, changed, record.content(), record.waits());
    }
}
