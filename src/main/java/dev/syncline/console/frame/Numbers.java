package dev.syncline.console.frame;

import java.util.Locale;

/** Numbers as pages show them. */
public final class Numbers {
    private Numbers() {}

    /** With commas: {@code 23,148}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 record}, {@code 26 records}. */
    public static String of(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
