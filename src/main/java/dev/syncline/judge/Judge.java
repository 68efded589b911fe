package dev.syncline.judge;

import dev.syncline.extension.Extensions;
import dev.syncline.extension.PageExtension;
import dev.syncline.json.Escaped;
import dev.syncline.judge.Parents.Missing;
import dev.syncline.page.Depths;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Edit;
import dev.syncline.record.Known;
import dev.syncline.record.StatusTable;
import dev.syncline.record.StatusTable.Delivered;
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

/** Decides for each record of a page whether it goes to the target, and if not, why. */
@ApplicationScoped
@Named("judge")
@RegisterForReflection
public class Judge {
    private final StatusTable table;
    private final Parents parents;
    private final ParentCycles cycles;
    private final Depths depths;
    private final WholeRecords wholeRecords;
    private final Envelopes envelopes;
    private final Extensions extensions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "judge"));

    Judge(
            StatusTable table,
            Parents parents,
            ParentCycles cycles,
            Depths depths,
            WholeRecords wholeRecords,
            Envelopes envelopes,
            Extensions extensions) {
        this.table = table;
        this.parents = parents;
        this.cycles = cycles;
        this.depths = depths;
        this.wholeRecords = wholeRecords;
        this.envelopes = envelopes;
        this.extensions = extensions;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /**
     * Judges a page. The status table is asked while contents are written: for all that it knows of the records or, where
     * most of the page before was unchanged, for their hashes, and for all that it knows of those that differ.
     */
    public void judge(@Body PageToJudge judging) throws Exception {
        Page page = judging.page();
        RunContext run = judging.context();
        Edit edit = judging.edit();
        List<String> keys =
                page.rows().stream().map(Row::key).filter(Judge::isPlain).toList();
        PageExtension extension = extensions.of(run.route());
        boolean comparesFirst = judging.isMostlyInStep() && !extension.dependsOnTarget() && !run.resend();
        Future<Map<String, Delivered>> hashes =
                comparesFirst ? threads.submit(() -> table.hashes(run.routeNumber(), run.since(), keys)) : null;
        Future<Map<String, Known>> lookUp =
                comparesFirst ? null : threads.submit(() -> table.find(run.routeNumber(), run.since(), keys));
        List<Draft> drafts = new ArrayList<>(page.rows().size());
        Set<String> keysSeen = new HashSet<>(page.rows().size() * 2);
        Set<String> shared = new HashSet<>();
        Content.Writer contents = new Content.Writer();
        for (Row row : page.rows()) {
            Content content = contents.of(row.fields());
            boolean isEdited = edit != null && edit.key().equals(row.key()) && !row.deleted();
            drafts.add(
                    isEdited
                            ? new Draft(
                                    edit,
                                    EditedContent.of(
                                            edit, row, content, run.route().keyFields()))
                            : new Draft(row, content));
            if (row.key() != null && !keysSeen.add(row.key())) {
                shared.add(row.key());
            }
        }
        Set<String> made = new HashSet<>();
        for (Draft draft : drafts) {
            draft.nameKey(shared, judging.duplicates(), made);
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
        RuleBook book = judging.rules();
        boolean isWhole = judging.isReadDeep() || extension.preparesWholeRecords() || !depths.isMoreToRead(run.route());
        drafts.forEach(draft -> draft.isWhole = isWhole);
        Page taken = page;
        if (!isWhole) {
            readWhole(drafts, known, new Unread(run, book), run, contents);
            taken = drafts.size() < page.rows().size() ? page.first(drafts.size()) : page;
        }
        Map<String, Missing> missing =
                parents.missing(run.route(), drafts.stream().map(d -> d.row).toList());
        Decision decision = new Decision(
                run,
                missing,
                cycles.of(drafts, missing, run),
                book,
                judging.deletionsHeld(),
                envelopes.of(run.route()));
        List<Judged> judged = new ArrayList<>(drafts.size());
        List<Integer> keptBack = new ArrayList<>();
        for (Draft draft : drafts) {
            Known before = draft.isInStep ? draft.inStep() : known.get(draft.key);
            Judged record = decision.of(draft, before);
            if (draft.isInStep && record.verdict() != Verdict.UNCHANGED) {
                keptBack.add(judged.size());
            }
            judged.add(record);
        }
        if (!keptBack.isEmpty()) {
            known = find(keptBack.stream().map(drafts::get).toList(), run);
            for (int place : keptBack) {
                Draft draft = drafts.get(place);
                judged.set(place, decision.of(draft, known.get(draft.key)));
            }
        }
        judging.judged(taken, judged);
    }

    /**
     * Puts records that were read deep in the place of those that may not be judged by what was read of them. Where these
     * do not fit a page, the drafts from the first one that does not are left for the next.
     */
    private void readWhole(
            List<Draft> drafts, Map<String, Known> known, Unread unread, RunContext run, Content.Writer contents)
            throws Exception {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (!draft.isInStep && unread.matters(draft, known.get(draft.key))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return;
        }
        List<Row> rows = places.stream().map(place -> drafts.get(place).row).toList();
        List<Row> whole = wholeRecords.of(rows, run);
        for (int i = 0; i < whole.size(); i++) {
            Row row = whole.get(i);
            drafts.set(places.get(i), drafts.get(places.get(i)).whole(row, contents.of(row.fields())));
        }
        if (whole.size() < places.size()) {
            drafts.subList(places.get(whole.size()), drafts.size()).clear();
        }
    }

    private Map<String, Known> find(List<Draft> drafts, RunContext run) throws SQLException {
        return drafts.isEmpty()
                ? Map.of()
                : table.find(
                        run.routeNumber(),
                        run.since(),
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
    static boolean isPlain(String key) {
        return key != null && Escaped.isStorable(key) && KeyLength.fits(key);
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
}
