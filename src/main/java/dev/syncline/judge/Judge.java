package dev.syncline.judge;

import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.StatusTable;
import dev.syncline.route.SyncRoute.DeletePolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Decides for each record of a page whether it goes to the target, and if not, why. */
@ApplicationScoped
@Named("judge")
@RegisterForReflection
public class Judge {
    private final StatusTable table;
    private final Parents parents;

    Judge(StatusTable table, Parents parents) {
        this.table = table;
        this.parents = parents;
    }

    /** @param duplicates keys that several rows of the source have */
    public JudgedPage judge(
            @Body Page page,
            @ExchangeProperty("context") RunContext run,
            @ExchangeProperty("duplicates") Set<String> duplicates)
            throws SQLException {
        List<Draft> drafts = new ArrayList<>(page.rows().size());
        Map<String, Integer> rowsOfKey = new HashMap<>(page.rows().size() * 2);
        Content.Writer contents = new Content.Writer();
        for (Row row : page.rows()) {
            drafts.add(new Draft(row, contents.of(row.fields())));
            if (row.key() != null) {
                rowsOfKey.merge(row.key(), 1, Integer::sum);
            }
        }
        Set<String> made = new HashSet<>();
        for (Draft draft : drafts) {
            draft.nameKey(rowsOfKey, duplicates, made);
        }
        Map<String, Known> known =
                table.find(run.routeNumber(), drafts.stream().map(d -> d.key).toList());
        Map<String, Set<String>> missing = parents.missing(run.route(), page.rows());
        List<Judged> judged = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            judged.add(judge(draft, known.get(draft.key), run, missing));
        }
        return new JudgedPage(page, judged);
    }

    private static Judged judge(Draft draft, Known known, RunContext run, Map<String, Set<String>> missing) {
        if (draft.problem != null) {
            return judged(draft, known, run, draft.isBlank ? Verdict.HOLD : Verdict.REFUSE, draft.problem);
        }
        if (draft.row.deleted()) {
            return judged(draft, known, run, gone(known, run), null);
        }
        for (String field : run.route().required()) {
            Object value = draft.row.fields().get(field);
            if (value == null || value instanceof String text && text.isBlank()) {
                return judged(
                        draft,
                        known,
                        run,
                        Verdict.HOLD,
                        "Required field '" + field
                                + "' is missing. Fill it in at the source; the record goes with the next run");
            }
        }
        for (var parent : run.route().parents().entrySet()) {
            Object value = draft.row.fields().get(parent.getKey());
            if (value != null && missing.get(parent.getKey()).contains(value.toString())) {
                return judged(
                        draft,
                        known,
                        run,
                        Verdict.HOLD,
                        "Its parent " + parent.getKey() + " " + value
                                + " is not there yet: route " + parent.getValue()
                                + " has not delivered it. It goes by itself once that has");
            }
        }
        boolean sameContent = known != null
                && known.isDelivered()
                && draft.content.hash().equals(known.contentHash())
                && (draft.content.childHash() == null
                        || draft.content.childHash().equals(known.childHash()));
        if (sameContent && !run.repairs()) {
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

    /** A repair knows from the target itself that it has the record. */
    private static Verdict gone(Known known, RunContext run) {
        DeletePolicy policy = run.route().deletePolicy();
        boolean isThere = run.repairs() || known != null && known.isDelivered();
        if (!isThere || policy == DeletePolicy.IGNORE) {
            return Verdict.UNCHANGED;
        }
        return policy == DeletePolicy.DELETE ? Verdict.DELETE : Verdict.DEACTIVATE;
    }

    private static Judged judged(Draft draft, Known known, RunContext run, Verdict verdict, String reason) {
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
                draft.content.fieldHashes(),
                verdict == Verdict.UPSERT ? draft.changedSince(known) : List.of(),
                verdict.isDelivered() ? idempotencyKey(draft, known, run, isGone ? verdict.name() : "") : null,
                reason);
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
                + (known == null ? null : known.logId());
        byte[] bytes = state.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Content.hash(bytes, 0, bytes.length).toString();
    }

    /** A row on its way to a verdict. */
    private static final class Draft {
        private final Row row;
        private final Content content;
        private String key;
        private String problem;
        private boolean isBlank;

        private Draft(Row row, Content content) {
            this.row = row;
            this.content = content;
        }

        /**
         * A row whose key does not tell it apart gets one of its own in the status table, made from its fields and its
         * changed-at: equal rows come with one page, where a number tells them apart.
         */
        private void nameKey(Map<String, Integer> rowsOfKey, Set<String> duplicates, Set<String> made) {
            isBlank = row.key() == null || row.key().isBlank();
            boolean isShared =
                    !isBlank && (rowsOfKey.get(row.key()) > 1 || duplicates != null && duplicates.contains(row.key()));
            if (!isBlank && !isShared) {
                key = Text.bounded(row.key(), 1000);
                return;
            }
            String base = (isBlank ? "(no key)" : Text.bounded(row.key(), 900)) + " #"
                    + "%016x".formatted(content.hash().getMostSignificantBits() ^ Objects.hashCode(row.changedAt()));
            key = base;
            for (int n = 2; !made.add(key); n++) {
                key = base + "-" + n;
            }
            problem = isBlank
                    ? "The row has no key. Fill in its key at the source, or leave such rows out of the route's query"
                    : "Several rows of the source have the key '" + row.key()
                            + "', so none of them can be told from the others. Correct them at the source, or name a"
                            + " further column in the route's key";
        }

        private UUID attemptedHash() {
            UUID fields = content.hash();
            UUID children = content.childHash();
            return children == null
                    ? fields
                    : new UUID(
                            fields.getMostSignificantBits() ^ Long.rotateLeft(children.getMostSignificantBits(), 1),
                            fields.getLeastSignificantBits() ^ Long.rotateLeft(children.getLeastSignificantBits(), 1));
        }

        private List<String> changedSince(Known known) {
            if (known == null || !known.isDelivered() || known.fieldHashes() == null) {
                return List.of();
            }
            byte[] before = known.fieldHashes();
            byte[] after = content.fieldHashes();
            boolean comparable = before.length == after.length;
            List<String> changed = new ArrayList<>();
            int n = 0;
            for (var field : row.fields().entrySet()) {
                if (Content.isChildren(field.getValue())) {
                    if (!Objects.equals(content.childHash(), known.childHash())) {
                        changed.add(field.getKey());
                    }
                } else {
                    if (!comparable || before[n] != after[n] || before[n + 1] != after[n + 1]) {
                        changed.add(field.getKey());
                    }
                    n += 2;
                }
            }
            return changed;
        }
    }
}
