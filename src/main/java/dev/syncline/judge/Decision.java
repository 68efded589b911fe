package dev.syncline.judge;

import dev.syncline.json.Escaped;
import dev.syncline.judge.Envelopes.Envelope;
import dev.syncline.judge.Parents.Missing;
import dev.syncline.page.Keys;
import dev.syncline.page.RunContext;
import dev.syncline.record.Hashes;
import dev.syncline.record.Known;
import dev.syncline.record.RecordHead;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.StatusTable.Delivered;
import dev.syncline.record.Waits;
import dev.syncline.route.DeletePolicy;
import dev.syncline.rule.Effect;
import dev.syncline.rule.FieldPath;
import dev.syncline.rule.Rule;
import dev.syncline.rule.RuleBook;
import dev.syncline.value.FieldText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is decided about the records of a page.
 *
 * @param missing by field of the route's parents, those that are not there
 * @param cycles by key, why a record is held that waits for itself in the end
 * @param rules of the route
 * @param deletionsHeld as {@link PageToJudge#deletionsHeld} says
 * @param envelope of the target
 */
record Decision(
        RunContext run,
        Map<String, Missing> missing,
        Map<String, String> cycles,
        RuleBook rules,
        String deletionsHeld,
        Envelope envelope) {
    /** @param known what the status table knows of it; null where it does not have it */
    Judged of(Draft draft, Known known) {
        if (draft.problem != null) {
            boolean isToBeFilledIn = draft.isBlank && draft.row.mark() == null;
            return judged(draft, known, isToBeFilledIn ? Verdict.HOLD : Verdict.REFUSE, draft.problem);
        }
        if (draft.row.mark() != null) {
            return marked(draft, known);
        }
        if (draft.row.deleted()) {
            Verdict verdict = gone(known);
            Rule rule = verdict.isDelivered() ? ruleOfDeleted(draft, known) : null;
            if (rule != null) {
                return keptBack(draft, known, rule);
            }
            String tooMany = verdict.isDelivered() ? DeleteGuard.holds(known, run, deletionsHeld) : null;
            return tooMany == null
                    ? judged(draft, known, verdict, null)
                    : held(draft, known, tooMany, draft.waits(null, null, null));
        }
        // What was made for a version of the target's row may differ from it though it is what was delivered: somebody
        // edited the row, and whoever retries the record wants it written.
        boolean isWrittenOver = draft.row.base() != null && run.resend() && run.keys() == null;
        // What the target has may be neither this nor what was delivered, but what came between and was not recorded.
        boolean isOwed = draft.row.isOwed();
        boolean sameContent = draft.edit == null
                && !run.repairs()
                && !isWrittenOver
                && !isOwed
                && known != null
                && known.isDelivered()
                && draft.content.isThere(new Delivered(known.contentHash(), known.childHash()));
        Rule rule = sameContent ? null : rule(draft);
        if (rule != null) {
            return keptBack(draft, known, rule);
        }
        if (draft.editProblem != null) {
            return judged(draft, known, Verdict.REFUSE, draft.editProblem);
        }
        for (String field : run.route().required()) {
            // What the target has as far as it was read was judged in whole when it was sent.
            boolean isRead = draft.isWhole || !sameContent || FieldPath.isRead(field, draft.row.fields());
            if (isRead && isMissing(field, draft.row.fields())) {
                return held(
                        draft,
                        known,
                        "Required field '" + field
                                + "' is missing. Fill it in at the source; the record goes with the next run",
                        draft.waits(null, null, null));
            }
        }
        for (String field : run.route().parents().keySet()) {
            Object value = draft.row.fields().get(field);
            Missing parents = missing.get(field);
            String key = Keys.part(value);
            boolean isItself = value != null
                    && key.equals(draft.row.key())
                    && run.route().parents().get(field).equals(run.route().id());
            String reason = value == null || isItself ? null : parents.reasons().get(key);
            if (reason != null && reason.equals(Parents.UNFIT)) {
                return held(
                        draft,
                        known,
                        "Its parent " + field + " " + Escaped.bounded(key, 100) + " is not there: " + reason
                                + ". Correct it at the source; the record goes with the next run",
                        draft.waits(null, null, null));
            }
            if (reason != null) {
                String cycle = cycles.get(draft.key);
                return held(
                        draft,
                        known,
                        cycle != null
                                ? cycle
                                : "Its parent " + field + " " + FieldText.of(value) + " is not there yet: " + reason
                                        + ". It goes by itself once that has",
                        draft.waits(parents.route(), key, null));
            }
        }
        if (sameContent) {
            return draft.isInStep ? inStep(draft, known) : judged(draft, known, Verdict.UNCHANGED, null);
        }
        String taken = envelope.problem(draft.row);
        if (taken != null) {
            return judged(draft, known, Verdict.REFUSE, taken);
        }
        boolean refusedBefore = known != null
                && known.status() == RecordStatus.FAILED
                && !known.transientFailure()
                && draft.attemptedHash().equals(known.attemptedHash());
        if (refusedBefore && !run.resend()) {
            return judged(draft, known, Verdict.STILL_FAILED, known.reason());
        }
        return judged(draft, known, Verdict.UPSERT, null);
    }

    private Judged marked(Draft draft, Known known) {
        String reason = draft.row.mark().reason();
        return switch (draft.row.mark().kind()) {
            case REFUSED, UNKNOWN -> judged(draft, known, Verdict.REFUSE, reason);
            case BLOCKED -> judged(draft, known, Verdict.BLOCK, reason);
            case HELD -> held(draft, known, reason, draft.waits(null, null, null));
        };
    }

    private static boolean isMissing(String field, Map<String, Object> fields) {
        if (field.indexOf('.') >= 0) {
            return new FieldPath(field).isMissing(fields);
        }
        Object value = fields.get(field);
        return value == null || value instanceof String text && text.isBlank();
    }

    /** A repair knows from the target itself that it has the record. */
    private Verdict gone(Known known) {
        DeletePolicy policy = run.route().deletePolicy();
        boolean isThere = run.repairs() || known != null && known.isDelivered();
        if (!isThere || policy == DeletePolicy.IGNORE) {
            return Verdict.UNCHANGED;
        }
        return policy == DeletePolicy.DELETE ? Verdict.DELETE : Verdict.DEACTIVATE;
    }

    /** A rule is asked about what would be sent and, where somebody edited it, about what the source has; with the key. */
    private Rule rule(Draft draft) {
        if (rules.isEmpty()) {
            return null;
        }
        Map<String, Object> sent = withKey(draft.row.fields(), draft.key);
        return draft.edit == null ? rules.match(sent) : rules.match(sent, withKey(draft.source.fields(), draft.key));
    }

    /** Of a deleted record mostly the key alone is left to ask the rules with, and what kept it back before. */
    private Rule ruleOfDeleted(Draft draft, Known known) {
        Rule rule = rule(draft);
        return rule != null || known == null ? rule : rules.named(known.reason());
    }

    /** The fields of a record, and those of its key that are not among them. */
    private Map<String, Object> withKey(Map<String, Object> fields, String key) {
        List<String> names = run.route().key();
        if (fields.keySet().containsAll(names)) {
            return fields;
        }
        Map<String, Object> all = new HashMap<>(fields);
        Keys.split(key, names.size()).ifPresent(parts -> {
            for (int i = 0; i < parts.size(); i++) {
                all.putIfAbsent(names.get(i), parts.get(i));
            }
        });
        return all;
    }

    private Judged keptBack(Draft draft, Known known, Rule rule) {
        return judged(
                draft,
                known,
                rule.effect() == Effect.BLOCK ? Verdict.BLOCK : Verdict.HOLD,
                rule.message(),
                draft.waits(null, null, rule.id()));
    }

    private Judged held(Draft draft, Known known, String reason, Waits waits) {
        return judged(draft, known, Verdict.HOLD, reason, waits);
    }

    /** Nothing is written of it, so it has no title; and by far the most records of many runs are of this kind. */
    private static Judged inStep(Draft draft, Known known) {
        return new Judged(
                new RecordHead(draft.key, false, null, draft.row.changedAt()),
                draft.row,
                known,
                Verdict.UNCHANGED,
                null,
                null,
                new Payload(draft.content.json(), known.hashes(), List.of(), null));
    }

    private Judged judged(Draft draft, Known known, Verdict verdict, String reason) {
        return judged(draft, known, verdict, reason, null);
    }

    private Judged judged(Draft draft, Known known, Verdict verdict, String reason, Waits waits) {
        Object title = draft.row.fields().get(run.route().label());
        boolean isGone = verdict == Verdict.DELETE || verdict == Verdict.DEACTIVATE;
        RecordHead head = new RecordHead(
                draft.key,
                draft.problem != null,
                title == null ? null : Escaped.bounded(FieldText.of(title), 200),
                draft.row.changedAt());
        Payload payload = new Payload(
                draft.content.json(),
                new Hashes(
                        draft.content.hash(),
                        draft.content.childHash(),
                        draft.attemptedHash(),
                        verdict == Verdict.UPSERT ? draft.fieldHashes() : null),
                verdict == Verdict.UPSERT ? draft.changedSince(known) : List.of(),
                verdict.isDelivered() ? idempotencyKey(draft, known, isGone ? verdict.name() : "") : null);
        return new Judged(head, draft.row, known, verdict, reason, waits, payload);
    }

    /**
     * From route, key and content, from the record's last entry in the document log, and from the first run that went to
     * this destination: content that goes back to what it was is a new change, not the old one again, and so is content
     * that goes elsewhere.
     */
    private String idempotencyKey(Draft draft, Known known, String operation) {
        String state = run.route().id()
                + '\0'
                + draft.key
                + '\0'
                + draft.attemptedHash()
                + '\0'
                + operation
                + '\0'
                + (known == null ? null : known.logId())
                + (draft.edit == null ? "" : "\0edit " + draft.edit.id())
                + (run.since().form() == 0 ? "" : "\0since " + run.since().form());
        byte[] bytes = state.getBytes(StandardCharsets.UTF_8);
        return Content.hash(bytes, 0, bytes.length).toString();
    }
}
