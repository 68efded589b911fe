package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Counts;
import dev.syncline.record.Edit;
import dev.syncline.rule.RuleBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** A run that this process is carrying out. Used by the run's thread alone. */
final class ActiveRun {
    /** What a run looks through, one after the other. */
    enum Phase {
        /** The rows in its range, or its keys. */
        RANGE,
        /** Records that were kept back: what they wait for may have come, though they did not change. */
        HELD,
        /** How many records the source no longer has; before the target is told of the first. */
        COUNT_VANISHED,
        /** Records that the source no longer has. */
        VANISHED,
        /** Records that never got to the target, and that the source may no longer have. */
        UNDELIVERED,
        /** Records that somebody wants retried. */
        IN_LINE,
        END
    }

    /** Where a run goes on. */
    record Position(Phase phase, String cursor) {
        static final Position END = new Position(Phase.END, null);
    }

    private final RunContext context;
    private final Reach reach;
    private final RuleBook rules;
    private final Edit edit;
    private Position position;
    private Position after;
    private Page page;
    private Page left;
    private Position afterLeft;
    private Future<Page> readAhead;
    private Future<Boolean> recording;
    private Set<String> recordingKeys = Set.of();
    private Set<String> duplicates = Set.of();
    private boolean cancelled;
    private boolean countedTwice;
    private boolean mostlyInStep = true;
    private boolean readDeep;
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
    ActiveRun(
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

    RunContext context() {
        return context;
    }

    Reach reach() {
        return reach;
    }

    RuleBook rules() {
        return rules;
    }

    Edit edit() {
        return edit;
    }

    /** Whether it looks through a range, not only at records that were named, retried or released. */
    boolean isOverRange() {
        return !context.resend();
    }

    /** Of the page that is in hand, or the next one. */
    Position position() {
        return position;
    }

    /** Where the run goes on after the page in hand. */
    Position after() {
        return after;
    }

    Page page() {
        return page;
    }

    Set<String> duplicates() {
        return duplicates;
    }

    /** Takes the page of the current position in hand. */
    void take(Page taken, Position next) {
        page = taken;
        after = next;
        if (taken.unit() != null) {
            unit = taken.unit();
        }
        if (taken.duplicates() != null) {
            duplicates = taken.duplicates();
        }
    }

    /**
     * Rows of the page in hand are left for the next one: until they are recorded, too, the run goes on where that page
     * begins, and a process that takes it over reads all of it again.
     */
    void leaves(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>(duplicates);
        page.rows().stream().map(Row::key).filter(key -> !seen.add(key)).forEach(shared::add);
        duplicates = shared;
        left = new Page(List.copyOf(rows), null, null, null, null, page.unit());
        afterLeft = after;
        after = position;
    }

    /** Whether rows are left of the page before; they are in hand then. */
    boolean takesWhatIsLeft() {
        if (left == null) {
            return false;
        }
        page = left;
        after = afterLeft;
        left = null;
        return true;
    }

    /** Takes over a position that needs no page. */
    void skipTo(Position next) {
        position = next;
    }

    /**
     * The page in hand is being recorded, and the run may go on with the next one meanwhile.
     *
     * @param commit its transaction; it says whether somebody has cancelled the run
     */
    void recording(Future<Boolean> commit) {
        recording = commit;
        recordingKeys = page.rows().stream().map(Row::key).collect(Collectors.toCollection(HashSet::new));
        position = after;
        page = null;
    }

    /** Whether the page in hand can be judged while the one before it is being recorded: nothing in it depends on it. */
    boolean isIndependent() {
        return !context.route().parents().containsValue(context.route().id())
                && page.rows().stream()
                        .noneMatch(
                                row -> row.key() == null || row.key().isBlank() || recordingKeys.contains(row.key()));
    }

    /** Waits until every page but the one in hand is recorded; what went wrong with it is thrown as it was there. */
    void awaitRecorded() throws Exception {
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
    void countsTwice() {
        countedTwice = true;
    }

    boolean mayHaveCountedTwice() {
        return countedTwice;
    }

    /** Whether most records of the page before were unchanged, so that most of the next may be. */
    boolean isMostlyInStep() {
        return mostlyInStep;
    }

    void hasCounted(Counts counts) {
        mostlyInStep = counts.unchanged() * 2 >= counts.read();
    }

    /** How the page in hand is read. */
    void reads(Depth depth) {
        readDeep = depth == Depth.DEEP;
    }

    /** Whether the page in hand has all that its source has of its records. */
    boolean isReadDeep() {
        return readDeep;
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
    String change() {
        return change;
    }

    /** What is to be said of a run that has finished; null for nothing. */
    String remark() {
        String missing = notFound == 0
                ? null
                : "The source does not have " + notFound + " of the keys: " + String.join(", ", notFoundFirst)
                        + (notFound > notFoundFirst.size() ? ", ..." : "");
        return change == null ? missing : missing == null ? change : change + ". " + missing;
    }

    boolean isOver() {
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
