package dev.syncline.judge;

import dev.syncline.judge.Parents.Missing;
import dev.syncline.page.Keys;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Edit;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.StatusTable;
import dev.syncline.record.StatusTable.Delivered;
import dev.syncline.record.Waits;
import dev.syncline.route.SyncRoute.DeletePolicy;
import dev.syncline.rule.FieldPath;
import dev.syncline.rule.Rule;
import dev.syncline.rule.RuleBook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Decides for each record of a page whether it goes to the target, and if not, why. */
@ApplicationScoped
@Named("judge")
@RegisterForReflection
public class Judge {
    private final StatusTable table;
    private final Parents parents;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "judge"));

    Judge(StatusTable table, Parents parents) {
        this.table = table;
        this.parents = parents;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /**
     * Judges a page. The status table is asked while contents are written: for all that it knows of the records or, where
     * most of the page before was unchanged, for their hashes, and for all that it knows of those that differ.
     *
     * @param duplicates keys that several rows of the source have
     * @param rules of the route; null for none
     * @param edit what is to be sent in a record's stead; null for what the source has
     * @param deletionsHeld why the target is not told of rows that are gone; empty where they were counted and are few
     *     enough, null where nobody counted
     * @param mostlyInStep whether most records are expected to be unchanged
     */
    public JudgedPage judge(
            @Body Page page,
            @ExchangeProperty("context") RunContext run,
            @ExchangeProperty("duplicates") Set<String> duplicates,
            @ExchangeProperty("rules") RuleBook rules,
            @ExchangeProperty("edit") Edit edit,
            @ExchangeProperty("deletionsHeld") String deletionsHeld,
            @ExchangeProperty("mostlyInStep") boolean mostlyInStep)
            throws SQLException {
        List<String> keys =
                page.rows().stream().map(Row::key).filter(Judge::isPlain).toList();
        boolean comparesFirst = mostlyInStep && !run.route().isSettled() && !run.resend();
        Future<Map<String, Delivered>> hashes =
                comparesFirst ? threads.submit(() -> table.hashes(run.routeNumber(), keys)) : null;
        Future<Map<String, Known>> lookUp =
                comparesFirst ? null : threads.submit(() -> table.find(run.routeNumber(), keys));
        List<Draft> drafts = new ArrayList<>(page.rows().size());
        Map<String, Integer> rowsOfKey = new HashMap<>(page.rows().size() * 2);
        Content.Writer contents = new Content.Writer();
        for (Row row : page.rows()) {
            Content content = contents.of(row.fields());
            boolean isEdited = edit != null && edit.key().equals(row.key()) && !row.deleted();
            drafts.add(isEdited ? new Draft(edit, EditedContent.of(edit, row, content)) : new Draft(row, content));
            if (row.key() != null) {
                rowsOfKey.merge(row.key(), 1, Integer::sum);
            }
        }
        Set<String> made = new HashSet<>();
        for (Draft draft : drafts) {
            draft.nameKey(rowsOfKey, duplicates, made);
        }
        Map<String, Known> known = new HashMap<>();
        if (comparesFirst) {
            compare(drafts, result(hashes));
        } else {
            known = result(lookUp);
        }
        known.putAll(find(
                drafts.stream()
                        .filter(draft -> comparesFirst ? !draft.isInStep : !draft.hasItsOwnKey())
                        .toList(),
                run));
        RuleBook book = rules == null ? RuleBook.EMPTY : rules;
        Map<String, Missing> missing =
                parents.missing(run.route(), drafts.stream().map(d -> d.row).toList());
        List<Judged> judged = new ArrayList<>(drafts.size());
        List<Integer> keptBack = new ArrayList<>();
        for (Draft draft : drafts) {
            Known before = draft.isInStep ? draft.inStep() : known.get(draft.key);
            Judged record = judge(draft, before, run, missing, book, deletionsHeld);
            if (draft.isInStep && record.verdict() != Verdict.UNCHANGED) {
                keptBack.add(judged.size());
            }
            judged.add(record);
        }
        if (!keptBack.isEmpty()) {
            known = find(keptBack.stream().map(drafts::get).toList(), run);
            for (int place : keptBack) {
                Draft draft = drafts.get(place);
                judged.set(place, judge(draft, known.get(draft.key), run, missing, book, deletionsHeld));
            }
        }
        return new JudgedPage(page, judged);
    }

    private Map<String, Known> find(List<Draft> drafts, RunContext run) throws SQLException {
        return drafts.isEmpty()
                ? Map.of()
                : table.find(
                        run.routeNumber(),
                        drafts.stream().map(draft -> draft.key).toList());
    }

    /** Marks those that are in step. */
    private static void compare(List<Draft> drafts, Map<String, Delivered> delivered) {
        for (Draft draft : drafts) {
            draft.isInStep = draft.hasItsOwnKey()
                    && !draft.row.deleted()
                    && draft.edit == null
                    && draft.content.isThere(delivered.get(draft.key));
        }
    }

    /** Whether the status table can have a record with that key as it is. */
    private static boolean isPlain(String key) {
        return key != null && key.indexOf('\0') < 0 && Text.isWhole(key);
    }

    private static <T> T result(Future<T> future) throws SQLException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the status table was asked", e);
        }
    }

    private static Judged judge(
            Draft draft,
            Known known,
            RunContext run,
            Map<String, Missing> missing,
            RuleBook rules,
            String deletionsHeld) {
        if (draft.problem != null) {
            return judged(draft, known, run, draft.isBlank ? Verdict.HOLD : Verdict.REFUSE, draft.problem);
        }
        if (draft.row.mark() != null) {
            return marked(draft, known, run);
        }
        if (draft.row.deleted()) {
            Verdict verdict = gone(known, run);
            Rule rule = verdict.isDelivered() ? ruleOfDeleted(draft, known, run, rules) : null;
            if (rule != null) {
                return keptBack(draft, known, run, rule);
            }
            String tooMany = verdict.isDelivered() ? DeleteGuard.holds(known, run, deletionsHeld) : null;
            return tooMany == null
                    ? judged(draft, known, run, verdict, null)
                    : held(draft, known, run, tooMany, draft.waits(null, null, null));
        }
        // What was made for a version of the target's row may differ from it though it is what was delivered: somebody
        // edited the row, and whoever retries the record wants it written.
        boolean isWrittenOver = draft.row.base() != null && run.resend() && run.keys() == null;
        // What the target has may be neither this nor what was delivered, but what came between and was not recorded.
        boolean isOwed = draft.row.news() != null && draft.row.news().isOwed();
        boolean sameContent = draft.edit == null
                && !run.repairs()
                && !isWrittenOver
                && !isOwed
                && known != null
                && known.isDelivered()
                && draft.content.isThere(new Delivered(known.contentHash(), known.childHash()));
        Rule rule = rules.isEmpty() || sameContent ? null : rules.match(draft.row.fields());
        if (rule != null) {
            return keptBack(draft, known, run, rule);
        }
        for (String field : run.route().required()) {
            if (isMissing(field, draft.row.fields())) {
                return held(
                        draft,
                        known,
                        run,
                        "Required field '" + field
                                + "' is missing. Fill it in at the source; the record goes with the next run",
                        draft.waits(null, null, null));
            }
        }
        for (String field : run.route().parents().keySet()) {
            Object value = draft.row.fields().get(field);
            Missing parents = missing.get(field);
            String reason = value == null ? null : parents.reasons().get(value.toString());
            if (reason != null) {
                return held(
                        draft,
                        known,
                        run,
                        "Its parent " + field + " " + value + " is not there yet: " + reason
                                + ". It goes by itself once that has",
                        draft.waits(parents.route(), value.toString(), null));
            }
        }
        if (sameContent) {
            return judged(draft, known, run, Verdict.UNCHANGED, null);
        }
        boolean refusedBefore = known != null
                && known.status() == RecordStatus.FAILED
                && !known.transientFailure()
                && draft.attemptedHash().equals(known.attemptedHash());
        if (refusedBefore && !run.resend()) {
            return judged(draft, known, run, Verdict.STILL_FAILED, known.reason());
        }
        return judged(draft, known, run, Verdict.UPSERT, null);
    }

    private static Judged marked(Draft draft, Known known, RunContext run) {
        String reason = draft.row.mark().reason();
        return switch (draft.row.mark().kind()) {
            case REFUSED -> judged(draft, known, run, Verdict.REFUSE, reason);
            case BLOCKED -> judged(draft, known, run, Verdict.BLOCK, reason);
            case HELD -> held(draft, known, run, reason, draft.waits(null, null, null));
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
    private static Verdict gone(Known known, RunContext run) {
        DeletePolicy policy = run.route().deletePolicy();
        boolean isThere = run.repairs() || known != null && known.isDelivered();
        if (!isThere || policy == DeletePolicy.IGNORE) {
            return Verdict.UNCHANGED;
        }
        return policy == DeletePolicy.DELETE ? Verdict.DELETE : Verdict.DEACTIVATE;
    }

    /** Of a deleted record mostly the key alone is left to ask the rules with, and what kept it back before. */
    private static Rule ruleOfDeleted(Draft draft, Known known, RunContext run, RuleBook rules) {
        if (rules.isEmpty()) {
            return null;
        }
        List<String> names = run.route().key();
        Map<String, Object> fields = new HashMap<>(draft.row.fields());
        Keys.split(draft.key, names.size()).ifPresent(parts -> {
            for (int i = 0; i < parts.size(); i++) {
                fields.putIfAbsent(names.get(i), parts.get(i));
            }
        });
        Rule rule = rules.match(fields);
        return rule != null || known == null ? rule : rules.named(known.reason());
    }

    private static Judged keptBack(Draft draft, Known known, RunContext run, Rule rule) {
        return judged(
                draft,
                known,
                run,
                rule.effect() == Rule.Effect.BLOCK ? Verdict.BLOCK : Verdict.HOLD,
                rule.message(),
                draft.waits(null, null, rule.id()));
    }

    private static Judged held(Draft draft, Known known, RunContext run, String reason, Waits waits) {
        return judged(draft, known, run, Verdict.HOLD, reason, waits);
    }

    private static Judged judged(Draft draft, Known known, RunContext run, Verdict verdict, String reason) {
        return judged(draft, known, run, verdict, reason, null);
    }

    private static Judged judged(
            Draft draft, Known known, RunContext run, Verdict verdict, String reason, Waits waits) {
        Object title = draft.row.fields().get(run.route().label());
        boolean isGone = verdict == Verdict.DELETE || verdict == Verdict.DEACTIVATE;
        return new Judged(
                draft.key,
                draft.problem != null,
                title == null ? null : Text.bounded(title.toString(), 200),
                draft.row,
                known,
                verdict,
                draft.content.json(),
                draft.content.hash(),
                draft.content.childHash(),
                draft.attemptedHash(),
                verdict == Verdict.UPSERT ? draft.fieldHashes() : null,
                verdict == Verdict.UPSERT ? draft.changedSince(known) : List.of(),
                verdict.isDelivered() ? idempotencyKey(draft, known, run, isGone ? verdict.name() : "") : null,
                reason,
                waits);
    }

    /**
     * From route, key and content, and from the record's last entry in the document log: content that goes back to what
     * it was is a new change, not the old one again.
     */
    private static String idempotencyKey(Draft draft, Known known, RunContext run, String operation) {
        String state = run.route().id()
                + '\0'
                + draft.key
                + '\0'
                + draft.attemptedHash()
                + '\0'
                + operation
                + '\0'
                + (known == null ? null : known.logId())
                + (draft.edit == null ? "" : "\0edit " + draft.edit.id());
        byte[] bytes = state.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Content.hash(bytes, 0, bytes.length).toString();
    }
}
