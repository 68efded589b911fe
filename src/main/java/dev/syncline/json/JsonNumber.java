package dev.syncline.json;

import java.math.BigDecimal;

/**
 * A number with its original spelling, for numbers that no Java type would write in the same way: {@code 1e20000},
 * {@code -0.0}.
 */
public final class JsonNumber extends Number {
    /**
     * Longer numbers stay text, as parsing a BigDecimal takes time that grows with the length, and changes the
     * spelling.
     */
    private static final int MOST_DIGITS = 100;

    private static final int LONGEST_EXPONENT = 9;

    private final String written;

    private JsonNumber(String written) {
        this.written = written;
    }

    /**
     * Returns a number whose text is what was written.
     *
     * @param written a JSON number
     * @return a Long or a BigDecimal if these keep the spelling, else a number of this class
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
     * Returns whether its exponent has more digits than programs can handle, so that parsing it as a number would fail.
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

    /** Returns the original spelling. */
    @Override
    public String toString() {
        return written;
    }
}
