package dev.syncline.deliver;

import dev.syncline.judge.Judged;

/** One record on its way to the target, with what the target makes of it. Used by one thread at a time. */
public final class Delivery {
    private final Judged record;
    private Answer answer;

    public Delivery(Judged record) {
        this.record = record;
    }

    public Judged record() {
        return record;
    }

    /** Returns what the target made of the record; null while that is not known. */
    public Answer answer() {
        return answer;
    }

    boolean isAnswered() {
        return answer != null;
    }

    void answer(Answer given) {
        answer = given;
    }
}
