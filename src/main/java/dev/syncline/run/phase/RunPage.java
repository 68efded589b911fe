package dev.syncline.run.phase;

import dev.syncline.deliver.Answer;
import dev.syncline.deliver.Batch;
import dev.syncline.deliver.Delivery;
import dev.syncline.deliver.PageToDeliver;
import dev.syncline.deliver.TargetAccepted;
import dev.syncline.extension.PageToPrepare;
import dev.syncline.judge.Judged;
import dev.syncline.judge.PageToJudge;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Edit;
import dev.syncline.rule.RuleBook;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page of a run on its way: the body of {@code sync.camel.yaml}. It is read, prepared, judged and delivered, and keeps what
 * each step made of it for the next ones. Used by the run's thread alone.
 */
public final class RunPage implements PageToPrepare, PageToJudge, PageToDeliver {
    /** How a page is judged, as things stood when it was read. */
    private record Terms(Set<String> duplicates, boolean isReadDeep, boolean isMostlyInStep, String deletionsHeld) {}

    private final ActiveRun run;
    private final Page read;
    private final Position position;
    private Position after;
    private Terms terms;
    private Page page;
    private List<Judged> verdicts = List.of();
    private List<Batch> batches = List.of();

    RunPage(ActiveRun run, Page read, Position after, Set<String> duplicates, boolean isReadDeep) {
        this(run, read, after, new Terms(duplicates, isReadDeep, run.isMostlyInStep(), null));
    }

    private RunPage(ActiveRun run, Page read, Position after, Terms terms) {
        this.run = run;
        this.read = read;
        this.page = read;
        this.position = run.position();
        this.after = after;
        this.terms = terms;
    }

    public ActiveRun run() {
        return run;
    }

    @Override
    public RunContext context() {
        return run.context();
    }

    /** Returns where the run was when the page was read. */
    public Position position() {
        return position;
    }

    /** Returns where the run continues when the page is recorded. */
    public Position after() {
        return after;
    }

    /** Returns the page: as it was read, then as it was prepared, then what was judged of it. */
    @Override
    public Page page() {
        return page;
    }

    @Override
    public void prepared(Page prepared) {
        page = prepared;
    }

    @Override
    public Set<String> duplicates() {
        return terms.duplicates();
    }

    @Override
    public RuleBook rules() {
        return run.rules();
    }

    @Override
    public Edit edit() {
        return run.edit();
    }

    @Override
    public String deletionsHeld() {
        return terms.deletionsHeld();
    }

    /** @param reason why the target is not told of records that are gone; empty if it is */
    void holdDeletions(String reason) {
        terms = new Terms(terms.duplicates(), terms.isReadDeep(), terms.isMostlyInStep(), reason);
    }

    @Override
    public boolean isMostlyInStep() {
        return terms.isMostlyInStep();
    }

    @Override
    public boolean isReadDeep() {
        return terms.isReadDeep();
    }

    @Override
    public void judged(Page taken, List<Judged> decided) {
        page = taken;
        verdicts = decided;
    }

    @Override
    public List<Judged> verdicts() {
        return verdicts;
    }

    @Override
    public TargetAccepted accepted() {
        return run.accepted();
    }

    @Override
    public void sendIn(List<Batch> cut) {
        batches = cut;
    }

    public List<Batch> batches() {
        return batches;
    }

    /**
     * Returns what the target made of each record that was sent.
     *
     * @throws IllegalStateException when the target has not answered
     */
    public Map<Judged, Answer> answers() {
        Map<Judged, Answer> answers = new IdentityHashMap<>(batches.isEmpty() ? 0 : verdicts.size());
        for (Batch batch : batches) {
            for (Delivery delivery : batch.deliveries()) {
                answers.put(delivery.record(), delivery.answer());
            }
        }
        return answers;
    }

    /**
     * Leaves the rows behind those that were judged for the next page: until they are recorded, too, the run continues where
     * this page begins, and a process that takes it over reads all of it again.
     */
    public void leaveRest() {
        List<Row> rest = page.rest();
        if (rest.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>(run.duplicates());
        read.rows().stream().map(Row::key).filter(key -> !seen.add(key)).forEach(shared::add);
        Page rows = new Page(List.copyOf(rest), null, null, null, null, read.unit());
        Terms same = new Terms(shared, terms.isReadDeep(), terms.isMostlyInStep(), terms.deletionsHeld());
        run.leave(new RunPage(run, rows, after, same), shared);
        after = position;
    }

    /** Whether the page can be judged while others are being recorded: nothing in it depends on them. */
    boolean isIndependentOf(Set<String> recording) {
        RunContext context = run.context();
        return !context.route().parents().containsValue(context.route().id())
                && read.rows().stream()
                        .noneMatch(row -> row.key() == null || row.key().isBlank() || recording.contains(row.key()));
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>(read.rows().size() * 2);
        read.rows().forEach(row -> keys.add(row.key()));
        return keys;
    }
}
