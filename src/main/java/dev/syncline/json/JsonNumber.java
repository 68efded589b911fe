package dev.syncline.json;

import java.math.BigDecimal;

/** A number as it was written, where none of Java's types writes it the same way again: {@code 1e20000}, {@code -0.0}. */
public final class JsonNumber extends Number {
    /** Longer ones stay text: a BigDecimal takes time that grows with their length, and is written with an exponent. */
    private static final int MOST_DIGITS = 100;

    private static final int LONGEST_EXPONENT = 9;

    private final String written;

    private JsonNumber(String written) {
        this.written = written;
    }

    /**
     * The number, so that its text is what was written.
     *
     * @param written a number of JSON
     * @return a Long or a BigDecimal where these write it so, else a number of this class
     */
    public static Number of(String written) {
        if (written.length() <= 18 && isInteger(written)) {
            return Long.valueOf(written);
        }
        if (written.length() <= MOST_DIGITS && written.indexOf('e') < 0 && written.indexOf('E') < 0) {
            BigDecimal number = new BigDecimal(written);
            if (number.toPlainString().equals(written)) {
                return fitsLong(number) ? (Number) number.longValueExact() : number;
            }
        }
        return new JsonNumber(written);
    }

    /**
     * Whether its exponent has more digits than programs count with: what reads such a number as one breaks, wherever that
     * is.
     */
    public static boolean isBeyond(String written) {
        int exponent = Math.max(written.indexOf('e'), written.indexOf('E')) + 1;
        if (exponent == 0 || written.length() - exponent <= LONGEST_EXPONENT) {
            return false;
        }
        while (exponent < written.length() && "+-0".indexOf(written.charAt(exponent)) >= 0) {
            exponent++;
        }
        return written.length() - exponent > LONGEST_EXPONENT;
    }

    private static boolean isInteger(String written) {
        int start = written.charAt(0) == '-' ? 1 : 0;
        if (start == 1 && written.equals("-0")) {
            return false;
        }
        for (int i = start; i < written.length(); i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsLong(BigDecimal number) {
        return number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(written);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber number && written.equals(number.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return written;
    }
}
