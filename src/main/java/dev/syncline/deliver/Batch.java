package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The records of one call to a target, and later its answers, one a record in the same order. A batch that is refused as
 * a whole goes again in parts, the larger ones first; each part is a call of its own. Used by one thread at a time.
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
    private final Reception reception;
    private final List<Judged> records;
    private final Answer[] answers;
    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean tookSome;
    private int broken;
    private int senseless;
    private volatile boolean answered;

    Batch(RunContext run, Reception reception, List<Judged> records) {
        this.run = run;
        this.reception = reception;
        this.records = records;
        this.answers = new Answer[records.size()];
        parts.add(new Part(0, records.size()));
    }

    public RunContext run() {
        return run;
    }

    public List<Judged> records() {
        return records;
    }

    /** The records of the next call: all, or a part of a batch that was refused as a whole. */
    public List<Judged> part() {
        return records.subList(parts.element().from(), parts.element().to());
    }

    boolean isHalved() {
        return part().size() < records.size();
    }

    /** Takes the answers of the part that was called for. */
    public void answer(List<Answer> given) {
        Part part = parts.remove();
        if (given.size() != part.size()) {
            throw new IllegalArgumentException(given.size() + " answers for " + part.size() + " records");
        }
        for (int i = 0; i < given.size(); i++) {
            answers[part.from() + i] = given.get(i);
        }
        tookSome = true;
        reception.took();
        answered = parts.isEmpty();
    }

    /** The target refuses the part as a whole: a record alone fails with that answer, others go again by halves. */
    void refuse(Answer answer) {
        Part part = parts.remove();
        if (part.size() == 1) {
            answers[part.from()] = answer;
        } else {
            int middle = part.from() + part.size() / 2;
            parts.add(new Part(part.from(), middle));
            parts.add(new Part(middle, part.to()));
        }
        answered = parts.isEmpty();
    }

    /**
     * The target breaks on the part, which may be one record's fault.
     *
     * @return whether it is the target's: nothing of the batch gets through, nor did anything before it
     */
    boolean breaks(Answer answer) {
        broken++;
        refuse(answer);
        return !tookSome && (answered ? !reception.tookSome() : broken >= HOPELESS);
    }

    /** @return how often an answer to this batch has made no sense */
    int makesNoSense() {
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
