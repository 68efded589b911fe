package dev.syncline.run.phase;

import dev.syncline.deliver.TargetAccepted;
import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import dev.syncline.record.Counts;
import dev.syncline.record.Edit;
import dev.syncline.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A run that this process is carrying out. Used by the run's thread alone. */
public final class ActiveRun {
    /** The exchange property that holds the run. */
    public static final String PROPERTY = "run";

    private final RunContext context;
    private final Reach reach;
    private final RuleBook rules;
    private final Edit edit;
    private final TargetAccepted accepted = new TargetAccepted();
    private Position position;
    private RunPage left;
    private Future<Page> readAhead;
    private Future<Boolean> recording;
    private Set<String> recordingKeys = Set.of();
    private Set<String> duplicates = Set.of();
    private boolean cancelled;
    private boolean countedTwice;
    private boolean mostlyInStep = true;
    private Page.Unit unit;
    private final String change;
    private int notFound;
    private int keysThatFit = Integer.MAX_VALUE;
    private final List<String> notFoundFirst = new ArrayList<>();

    /**
     * @param reach of the rows that it has read so far
     * @param edit what is to be sent in a record's stead; null for what the source has
     * @param isCancelled whether somebody cancelled it before this process had it
     * @param change what is new since the run before about where, or how, its records are delivered; null for nothing
     */
    public ActiveRun(
            RunContext context,
            Position position,
            Reach reach,
            RuleBook rules,
            Edit edit,
            boolean isCancelled,
            String change) {
        this.change = change;
        this.context = context;
        this.reach = reach;
        this.rules = rules;
        this.edit = edit;
        this.position = position;
        this.cancelled = isCancelled;
        this.countedTwice = position.phase() != Phase.RANGE || position.cursor() != null;
    }

    public RunContext context() {
        return context;
    }

    public Reach reach() {
        return reach;
    }

    RuleBook rules() {
        return rules;
    }

    public Edit edit() {
        return edit;
    }

    /** Whether it looks through a range, not only at records that were named, retried or released. */
    public boolean isOverRange() {
        return !context.resend();
    }

    /** Returns what the target has accepted of it so far. */
    TargetAccepted accepted() {
        return accepted;
    }

    /** Returns where the page that is on its way was read, or where the next one is. */
    public Position position() {
        return position;
    }

    /** Returns the keys that several rows of the source have, as far as is known. */
    Set<String> duplicates() {
        return duplicates;
    }

    /**
     * Takes a page that was read at the run's position.
     *
     * @param depth at which it was read
     * @param after where the run continues after it
     */
    RunPage take(Page read, Depth depth, Position after) {
        if (read.unit() != null) {
            unit = read.unit();
        }
        if (read.duplicates() != null) {
            duplicates = read.duplicates();
        }
        return new RunPage(this, read, after, duplicates, depth == Depth.DEEP);
    }

    /** Takes an empty page. */
    RunPage takeNothing(Position after) {
        return take(Page.of(List.of(), null), context.depth(), after);
    }

    /** Rows of the page before are left, and are the next page. */
    void leave(RunPage rest, Set<String> shared) {
        left = rest;
        duplicates = shared;
    }

    /** Returns what is left of the page before; null for nothing. */
    RunPage takeLeft() {
        RunPage taken = left;
        left = null;
        return taken;
    }

    /**
     * A page is being recorded, and the run may continue with the next one meanwhile.
     *
     * @param commit its transaction; it says whether somebody has cancelled the run
     */
    public void recording(RunPage page, Future<Boolean> commit) {
        recording = commit;
        recordingKeys = page.keys();
        position = page.after();
    }

    /** Whether a page can be judged while the one before it is being recorded. */
    boolean isIndependent(RunPage page) {
        return page.isIndependentOf(recordingKeys);
    }

    /** Waits until every page but the one on its way is recorded; what went wrong with it is thrown as it was there. */
    public void awaitRecorded() throws Exception {
        if (recording == null) {
            return;
        }
        Future<Boolean> last = recording;
        recording = null;
        recordingKeys = Set.of();
        try {
            cancelled |= last.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** A record may have been counted as read before, in the run's range. */
    public void countsTwice() {
        countedTwice = true;
    }

    boolean mayHaveCountedTwice() {
        return countedTwice;
    }

    /** Whether most records of the page before were unchanged, so that most of the next may be. */
    boolean isMostlyInStep() {
        return mostlyInStep;
    }

    public void hasCounted(Counts counts) {
        mostlyInStep = counts.unchanged() * 2 >= counts.read();
    }

    /** What the source's changed-at counts; null before the first page. */
    Page.Unit unit() {
        return unit;
    }

    /** How many records are asked for by key at a time: the most, or as many as fitted a page when there were too many. */
    int keysAtATime(int most) {
        return Math.min(most, keysThatFit);
    }

    /** Whether the records of so many keys do not fit a page: fewer are to be asked for, from now on. */
    boolean mustAskForFewer(int asked, Page answer) {
        if (answer.next() == null || asked == 1) {
            keysThatFit = (int) Math.max(keysThatFit, Math.min(2L * asked, Integer.MAX_VALUE));
            return false;
        }
        keysThatFit = Math.max(1, Math.min(asked / 2, answer.rows().size()));
        return true;
    }

    /** Keys that the run was asked for and the source does not have. */
    void notFound(List<String> keys) {
        notFound += keys.size();
        keys.stream().limit(10L - notFoundFirst.size()).forEach(notFoundFirst::add);
    }

    /** What is new about where, or how, its records are delivered; null for nothing. */
    public String change() {
        return change;
    }

    /** What is to be said of a run that has finished; null for nothing. */
    public String remark() {
        String missing = notFound == 0
                ? null
                : "The source does not have " + notFound + " of the keys: " + String.join(", ", notFoundFirst)
                        + (notFound > notFoundFirst.size() ? ", ..." : "");
        return change == null ? missing : missing == null ? change : change + ". " + missing;
    }

    public boolean isOver() {
        return cancelled || position.phase() == Phase.END;
    }

    Future<Page> takeReadAhead() {
        Future<Page> taken = readAhead;
        readAhead = null;
        return taken;
    }

    void readAhead(Future<Page> future) {
        readAhead = future;
    }
}
