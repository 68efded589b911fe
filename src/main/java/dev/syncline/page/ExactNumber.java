package dev.syncline.page;

import dev.syncline.json.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A number with more digits than a double holds, on its way through JSONata, which calculates with doubles: it goes through
 * as it is, and whoever calculates with it or compares it fails, as digits would be lost without a word.
 */
final class ExactNumber extends Number {
    private static final long serialVersionUID = 1L;

    /** Beyond it, an integer that a double holds may stand for others. */
    private static final long MOST = (1L << 53) - 1;

    /** No double has so many digits; longer numbers are not looked at. */
    private static final int MOST_DIGITS = 400;

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String COPY = "functionClone";

    private final Number number;

    private ExactNumber(Number number) {
        this.number = number;
    }

    /** Digits would be lost. */
    static final class Inexact extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Inexact(String what) {
            super(what
                    + ", which has more digits than the numbers that JSONata calculates with: some would be lost. Have the"
                    + " map pass such numbers on as they are, or as text ($string), and add to objects by $merge");
        }
    }

    /** The number, guarded where a double is another one. */
    static Number of(Number number) {
        return isDouble(number) ? number : new ExactNumber(number);
    }

    private static boolean isDouble(Number number) {
        if (number instanceof Long integer) {
            return -MOST <= integer && integer <= MOST;
        } else if (!(number instanceof BigDecimal || number instanceof JsonNumber)) {
            return true;
        }
        String written = number.toString();
        double near = number.doubleValue();
        if (Double.isInfinite(near) || written.length() > MOST_DIGITS) {
            return false;
        }
        BigDecimal exact = new BigDecimal(written);
        if (near == 0) {
            return exact.signum() == 0;
        }
        return Math.abs(near) <= MOST && new BigDecimal(Double.toString(near)).compareTo(exact) == 0;
    }

    /** The value with its numbers guarded; itself where none of them is to be. */
    static Object guarded(Object value) {
        if (value instanceof Number number) {
            return of(number);
        } else if (value instanceof List<?> list) {
            List<Object> guarded = new ArrayList<>(list.size());
            boolean isOther = false;
            for (Object element : list) {
                Object one = guarded(element);
                isOther |= one != element;
                guarded.add(one);
            }
            return isOther ? guarded : list;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> guarded = new LinkedHashMap<>();
            boolean isOther = false;
            for (Map.Entry<?, ?> field : map.entrySet()) {
                Object one = guarded(field.getValue());
                isOther |= one != field.getValue();
                guarded.put(Objects.toString(field.getKey()), one);
            }
            return isOther ? guarded : map;
        }
        return value;
    }

    /**
     * What JSONata made, with the numbers that went through as they were.
     *
     * @throws Inexact when it has calculated an integer that may be another one
     */
    static Object released(Object made) {
        if (made instanceof ExactNumber exact) {
            return exact.number;
        } else if (made instanceof Long || made instanceof Double) {
            double calculated = ((Number) made).doubleValue();
            if (Math.abs(calculated) > MOST) {
                throw new Inexact("it calculates " + new BigDecimal(calculated).toPlainString());
            }
        } else if (made instanceof List<?> list) {
            List<Object> released = new ArrayList<>(list.size());
            list.forEach(element -> released.add(released(element)));
            return released;
        } else if (made instanceof Map<?, ?> map) {
            Map<String, Object> released = new LinkedHashMap<>();
            map.forEach((name, value) -> released.put(Objects.toString(name), released(value)));
            return released;
        }
        return made;
    }

    private Inexact inexact() {
        return new Inexact("it calculates with, or compares, " + text());
    }

    @Override
    public int intValue() {
        throw inexact();
    }

    @Override
    public long longValue() {
        throw inexact();
    }

    @Override
    public float floatValue() {
        throw inexact();
    }

    @Override
    public double doubleValue() {
        throw inexact();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactNumber exact && number.equals(exact.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /**
     * As it was written.
     *
     * @throws Inexact to the library's copy for a transform ({@code |...|}), which reads the text as a double
     */
    @Override
    public String toString() {
        if (STACK.walk(calls -> calls.anyMatch(call -> call.getMethodName().equals(COPY)))) {
            throw new Inexact("it changes a copy (|...|) that holds " + text());
        }
        return text();
    }

    private String text() {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
