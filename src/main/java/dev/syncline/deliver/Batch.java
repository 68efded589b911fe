package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.Inquiry;
import dev.syncline.page.RunContext;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;
import dev.syncline.system.outage.CallState;
import dev.syncline.system.outage.SystemCaller;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The deliveries that go to a target in one call. A batch that is refused as a whole is sent again in parts, the larger ones
 * first; each part is a call of its own. Used by one thread at a time.
 */
public final class Batch implements SystemCaller {
    /** Calls without any success after which it is no record's fault: as many as eight records alone need. */
    private static final int HOPELESS = 16;

    private final RunContext run;
    private final TargetAccepted accepted;
    private final List<Delivery> deliveries;
    /** What is to be called for, the next part first; what is answered in it already is not sent. */
    private final Deque<List<Delivery>> parts = new ArrayDeque<>();

    private final CallState calls = new CallState();
    private final SqlProgress progress;

    /** Keys of records that may be at a target which can only create; null for other targets. */
    private Set<String> maybeThere;

    private boolean tookSome;
    /** Whether a call of it may have had an effect that no answer tells of. */
    private boolean lostTrack;

    /** Whether the next call is at the address of a record, which the target may not have. */
    private boolean isAtRecord;
    /** Whether its one record is created anew, as the target does not have it any more. */
    private boolean isRecreated;
    /** Whether the target has its one record, by its own word, and under which id. */
    private boolean isFound;

    private String foundRef;

    private Inquiry inquiry;
    private Map<String, Answer> there;

    private int broken;
    private int senseless;
    private volatile boolean answered;

    Batch(RunContext run, TargetAccepted accepted, List<Delivery> deliveries) {
        this.run = run;
        this.accepted = accepted;
        this.deliveries = deliveries;
        this.progress = new SqlProgress(deliveries);
        parts.add(deliveries);
    }

    public RunContext run() {
        return run;
    }

    TargetAccepted accepted() {
        return accepted;
    }

    @Override
    public CallState calls() {
        return calls;
    }

    @Override
    public boolean dividesRefused() {
        return true;
    }

    @Override
    public boolean dividesBroken() {
        return true;
    }

    @Override
    public boolean isAtRecord() {
        return isAtRecord;
    }

    void isAtRecord(boolean is) {
        isAtRecord = is;
    }

    boolean isRecreated() {
        return isRecreated;
    }

    /** Whether the target said that it has its one record, which is new here. */
    boolean isFound() {
        return isFound;
    }

    /** Returns the target's own id of the record that it said it has; null if it did not tell. */
    String foundRef() {
        return foundRef;
    }

    /** The target has its one record, as of a delivery that nobody knows of: what is sent now is an update. */
    void foundRecord(String ref) {
        isFound = true;
        foundRef = ref;
    }

    /** Its one record is not at the target any more: it is sent again as a new one. */
    void recreate() {
        isRecreated = true;
    }

    /** Returns how far it is at a SQL target. */
    SqlProgress progress() {
        return progress;
    }

    /** Returns what is sent in the next call: all, or a part of a batch that was refused as a whole. */
    public List<Delivery> part() {
        List<Delivery> part = parts.element();
        return maybeThere == null
                ? part
                : part.stream().filter(delivery -> !delivery.isAnswered()).toList();
    }

    boolean isHalved() {
        return parts.element().size() < deliveries.size();
    }

    /** Returns the records that the target would create. */
    List<Judged> creations() {
        return part().stream().map(Delivery::record).filter(Judged::isCreation).toList();
    }

    /** Whether it has been written that the records are about to be sent. */
    boolean isIntended() {
        return maybeThere != null;
    }

    /** It is written now; these were written before, so they may be there. */
    void intend(Set<String> before) {
        maybeThere = new HashSet<>(before);
    }

    /** Returns those of the next call that may be there. */
    List<Judged> uncertain() {
        return maybeThere.isEmpty()
                ? List.of()
                : part().stream()
                        .map(Delivery::record)
                        .filter(record -> maybeThere.contains(record.key()))
                        .toList();
    }

    /** Returns what the target is asked about the uncertain ones of the next call. */
    Inquiry inquiry() {
        if (inquiry == null) {
            inquiry = new Inquiry(uncertain().stream().map(Judged::key).toList());
            there = new HashMap<>();
        }
        return inquiry;
    }

    /** Takes what the target has of the uncertain ones; once all have been asked for, the others are not there. */
    void found(Map<String, Answer> some) {
        there.putAll(some);
        if (!inquiry.isOver()) {
            return;
        }
        inquiry = null;
        List<Delivery> asked = part();
        asked.forEach(delivery -> {
            maybeThere.remove(delivery.record().key());
            delivery.answer(there.get(delivery.record().key()));
        });
        if (asked.stream().allMatch(Delivery::isAnswered)) {
            parts.remove();
            answered = parts.isEmpty();
        }
    }

    /** The part is sent now: whatever the answer, what it creates may be there. */
    void goesOut() {
        if (maybeThere != null) {
            creations().forEach(record -> maybeThere.add(record.key()));
        }
    }

    /** Returns keys of the records that were written as about to be sent, and are answered for certain. */
    public Stream<String> settled() {
        return maybeThere == null
                ? Stream.empty()
                : deliveries.stream()
                        .filter(delivery -> delivery.isAnswered()
                                && !delivery.answer().canHeal()
                                && delivery.record().isCreation())
                        .map(delivery -> delivery.record().key());
    }

    /** A call was left without an answer: what is refused from now on may be there by that call. */
    void losesTrack() {
        lostTrack = true;
    }

    private Answer known(Answer answer) {
        return lostTrack ? answer.certain(false) : answer;
    }

    /**
     * Takes the answers of the part that was called for.
     *
     * @param answers gives the answer to each of its deliveries
     */
    public void answer(Function<Delivery, Answer> answers) {
        part().forEach(delivery -> delivery.answer(known(answers.apply(delivery))));
        partAnswered();
    }

    /** Each delivery of the part that was called for has its answer. */
    void partAnswered() {
        parts.remove();
        tookSome = true;
        accepted.took();
        answered = parts.isEmpty();
    }

    /** The target refuses the part as a whole: a record alone fails with that answer, others are sent again by halves. */
    void refuse(Answer answer) {
        List<Delivery> part = part();
        parts.remove();
        if (part.size() == 1) {
            part.get(0).answer(known(answer));
        } else {
            int middle = part.size() / 2;
            parts.add(part.subList(0, middle));
            parts.add(part.subList(middle, part.size()));
        }
        answered = parts.isEmpty();
    }

    /**
     * The target breaks on the part, which may be one record's fault.
     *
     * @return whether it is the target's: nothing of the batch gets through, nor did anything before it. Records that
     *     failed before, when others got through, say nothing of the target
     */
    boolean breaks(Answer answer) {
        broken++;
        losesTrack();
        refuse(answer);
        return !tookSome
                && (answered
                        ? !accepted.tookSome() && !deliveries.stream().allMatch(Batch::hasFailedBefore)
                        : broken >= HOPELESS);
    }

    private static boolean hasFailedBefore(Delivery delivery) {
        Known known = delivery.record().known();
        return known != null && known.status() == RecordStatus.FAILED && known.transientFailure();
    }

    /** @return how often an answer to this batch has made no sense */
    int makesNoSense() {
        losesTrack();
        return ++senseless;
    }

    boolean isAnswered() {
        return answered;
    }

    /**
     * Returns all that it delivers, each with its answer.
     *
     * @throws IllegalStateException when the target has not answered
     */
    public List<Delivery> deliveries() {
        if (!answered) {
            throw new IllegalStateException("A batch of " + deliveries.size() + " records has not been answered");
        }
        return deliveries;
    }
}
