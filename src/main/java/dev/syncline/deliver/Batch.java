package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import java.util.List;

/** The records of one call to a target, and later its answers, one a record in the same order. */
public final class Batch {
    private final RunContext run;
    private final List<Judged> records;
    private volatile List<Answer> answers;

    public Batch(RunContext run, List<Judged> records) {
        this.run = run;
        this.records = records;
    }

    public RunContext run() {
        return run;
    }

    public List<Judged> records() {
        return records;
    }

    public void answer(List<Answer> given) {
        if (given.size() != records.size()) {
            throw new IllegalArgumentException(given.size() + " answers for " + records.size() + " records");
        }
        answers = List.copyOf(given);
    }

    /** @throws IllegalStateException when the target has not answered */
    public List<Answer> answers() {
        if (answers == null) {
            throw new IllegalStateException("A batch of " + records.size() + " records has not been answered");
        }
        return answers;
    }
}
