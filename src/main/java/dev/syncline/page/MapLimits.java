package dev.syncline.page;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What an expression may cost for one record: steps, depth, time, and the length of what it makes. A partner's data must not
 * keep a run busy for ever, nor fill the memory. Used for one record, by one thread.
 */
final class MapLimits {
    static final int MOST_STEPS = 5_000_000;
    static final int DEEPEST = 400;
    static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Characters of a text, elements of a list, and both together in what is made. */
    static final int MOST_OUTPUT = 4 << 20;

    /** Steps between looks at the clock. */
    private static final int AT_A_TIME = 256;

    /** Looks at a character that cost as much as a step. */
    private static final int LOOKS_A_STEP = 8;

    private final BooleanSupplier isCutOff;
    private final long end = System.nanoTime() + LONGEST_NANOS;
    private int steps;
    private int looks;
    private int depth;
    private String problem;

    /** @param isCutOff whether the run is over for which it is made */
    MapLimits(BooleanSupplier isCutOff) {
        this.isCutOff = isCutOff;
    }

    Object evaluate(Jsonata expression, Object record) {
        return evaluate(expression, true, record);
    }

    /**
     * Evaluates the expression, within what is left.
     *
     * @param matches whether it may use regular expressions
     */
    Object evaluate(Jsonata expression, boolean matches, Object record) {
        Jsonata.Frame frame = expression.createFrame();
        if (matches) {
            new MapRegex(this::look).bind(frame);
        }
        EvaluationWatch.on(frame, this::enter, this::leave);
        depth = 0;
        Object made = expression.evaluate(record, frame);
        if (problem == null && size(made, MOST_OUTPUT) < 0) {
            exceed("what it makes is longer than " + MOST_OUTPUT + " characters and elements");
        }
        check();
        return made;
    }

    /** Throws what was exceeded, also where something caught it on the way. */
    void check() {
        if (problem != null) {
            throw new JException(problem, -1);
        }
    }

    private void enter() {
        check();
        if (++depth > DEEPEST) {
            exceed("it goes deeper than " + DEEPEST + " levels");
        }
        step();
    }

    /** At one character, by a regular expression. */
    private void look() {
        if (++looks % LOOKS_A_STEP == 0) {
            check();
            step();
        }
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            exceed("it takes more than " + MOST_STEPS + " steps");
        }
        if (steps % AT_A_TIME == 0) {
            if (isCutOff.getAsBoolean()) {
                throw new CutOff();
            }
            if (System.nanoTime() - end > 0) {
                exceed("it takes longer than " + TimeUnit.NANOSECONDS.toSeconds(LONGEST_NANOS) + " seconds");
            }
        }
    }

    private void leave(Object result) {
        depth--;
        if (result instanceof String text && text.length() > MOST_OUTPUT
                || result instanceof Collection<?> list && list.size() > MOST_OUTPUT) {
            exceed("it makes a text or a list longer than " + MOST_OUTPUT + " characters or elements");
        }
    }

    private void exceed(String what) {
        problem = what;
        check();
    }

    /** The room that is left of so much; negative where it is not enough. */
    private static long size(Object made, long room) {
        long left = room - 1;
        if (made instanceof String text) {
            return left - text.length();
        } else if (made instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                left = left < 0
                        ? left
                        : size(
                                entry.getValue(),
                                left - String.valueOf(entry.getKey()).length());
            }
        } else if (made instanceof Collection<?> list) {
            if (list.size() > left) {
                return -1; // some are made as they are looked at
            }
            for (Object element : list) {
                left = left < 0 ? left : size(element, left);
            }
        }
        return left;
    }

    /** The run is over; what is made of the record is of no use. */
    static final class CutOff extends RuntimeException {
        private CutOff() {
            super("The run is over", null, false, false);
        }
    }
}
