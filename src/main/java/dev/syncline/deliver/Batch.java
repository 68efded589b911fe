package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.Inquiry;
import dev.syncline.page.RunContext;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The records of one call to a target, and later its answers, one a record in the same order. A batch that is refused as
 * a whole is sent again in parts, the larger ones first; each part is a call of its own. Used by one thread at a time.
 */
public final class Batch {
    /** Calls without any success after which it is no record's fault: as many as eight records alone need. */
    private static final int HOPELESS = 16;

    private record Part(int from, int to) {
        int size() {
            return to - from;
        }
    }

    private final RunContext run;
    private final TargetAccepted reception;
    private final List<Judged> records;
    private final Answer[] answers;
    private final Deque<Part> parts = new ArrayDeque<>();
    /** Keys of records that may be at a target which can only create; null for other targets. */
    private Set<String> maybeThere;

    private boolean tookSome;
    /** Whether a call of it may have had an effect that no answer tells of. */
    private boolean lostTrack;

    private Inquiry inquiry;
    private Map<String, Answer> there;

    private int broken;
    private int senseless;
    private volatile boolean answered;

    Batch(RunContext run, TargetAccepted reception, List<Judged> records) {
        this.run = run;
        this.reception = reception;
        this.records = records;
        this.answers = new Answer[records.size()];
        parts.add(new Part(0, records.size()));
    }

    public RunContext run() {
        return run;
    }

    TargetAccepted reception() {
        return reception;
    }

    public List<Judged> records() {
        return records;
    }

    /** The records of the next call: all, or a part of a batch that was refused as a whole. */
    public List<Judged> part() {
        Part part = parts.element();
        return maybeThere == null
                ? records.subList(part.from(), part.to())
                : unanswered(part).mapToObj(records::get).toList();
    }

    private IntStream unanswered(Part part) {
        return IntStream.range(part.from(), part.to()).filter(i -> answers[i] == null);
    }

    boolean isHalved() {
        return parts.element().size() < records.size();
    }

    /** The records which the target would create. */
    List<Judged> creations() {
        return part().stream().filter(Judged::isCreation).toList();
    }

    /** Whether it has been written that the records are about to be sent. */
    boolean isIntended() {
        return maybeThere != null;
    }

    /** It is written now; these were written before, so they may be there. */
    void intend(Set<String> before) {
        maybeThere = new HashSet<>(before);
    }

    /** Those of the next call that may be there. */
    List<Judged> uncertain() {
        return maybeThere.isEmpty()
                ? List.of()
                : part().stream()
                        .filter(record -> maybeThere.contains(record.key()))
                        .toList();
    }

    /** What the target is asked about the uncertain ones of the next call. */
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
        Part part = parts.element();
        part().forEach(record -> maybeThere.remove(record.key()));
        unanswered(part).forEach(i -> answers[i] = there.get(records.get(i).key()));
        if (unanswered(part).findAny().isEmpty()) {
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

    /** Keys of the records that were written as about to be sent, and are answered for certain. */
    public Stream<String> settled() {
        return maybeThere == null
                ? Stream.empty()
                : IntStream.range(0, answers.length)
                        .filter(i -> answers[i] != null
                                && !answers[i].canHeal()
                                && records.get(i).isCreation())
                        .mapToObj(i -> records.get(i).key());
    }

    /** A call was left without an answer: what is refused from now on may be there by that call. */
    void losesTrack() {
        lostTrack = true;
    }

    private Answer known(Answer answer) {
        return lostTrack ? answer.certain(false) : answer;
    }

    /** Takes the answers of the part that was called for. */
    public void answer(List<Answer> given) {
        Part part = parts.remove();
        int[] places = unanswered(part).toArray();
        if (given.size() != places.length) {
            throw new IllegalArgumentException(given.size() + " answers for " + places.length + " records");
        }
        for (int i = 0; i < places.length; i++) {
            answers[places[i]] = known(given.get(i));
        }
        tookSome = true;
        reception.took();
        answered = parts.isEmpty();
    }

    /** The target refuses the part as a whole: a record alone fails with that answer, others go again by halves. */
    void refuse(Answer answer) {
        Part part = parts.remove();
        int[] places = unanswered(part).toArray();
        if (places.length == 1) {
            answers[places[0]] = known(answer);
        } else {
            int middle = places[places.length / 2];
            parts.add(new Part(part.from(), middle));
            parts.add(new Part(middle, part.to()));
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
                        ? !reception.tookSome() && !records.stream().allMatch(Batch::hasFailedBefore)
                        : broken >= HOPELESS);
    }

    private static boolean hasFailedBefore(Judged record) {
        Known known = record.known();
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

    /** @throws IllegalStateException when the target has not answered */
    public List<Answer> answers() {
        if (!answered) {
            throw new IllegalStateException("A batch of " + records.size() + " records has not been answered");
        }
        return Arrays.asList(answers);
    }
}
