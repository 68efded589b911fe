package dev.syncline.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of orders in a document that cannot be read, so that the buyer is told of it on the orders. */
public final class OrderNumbers {
    /** Begins the key of a document that cannot be read, among the keys of orders: no order has such a number. */
    public static final String DOCUMENT = "document ";

    /** At most so many numbers are taken from one document. */
    public static final int MOST = 1_000;

    private OrderNumbers() {}

    /** Returns whether a text can be the number of an order: every column and every page takes all that is in it. */
    public static boolean isNumber(String text) {
        return !text.isBlank()
                && text.length() <= StorableText.LONGEST_NAME
                && !text.startsWith(DOCUMENT)
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    /**
     * Finds numbers of orders in a document.
     *
     * @param patterns each with the number as its first group
     * @return at most 1,000 numbers, in the document's order
     */
    public static Set<String> in(byte[] document, List<Pattern> patterns) {
        Set<String> numbers = new LinkedHashSet<>();
        String text = new String(document, StandardCharsets.UTF_8);
        for (Pattern pattern : patterns) {
            Matcher number = pattern.matcher(text);
            while (numbers.size() < MOST && number.find()) {
                add(numbers, number.group(1));
            }
        }
        return numbers;
    }

    /** Adds a number if an order can have it. */
    public static void add(Set<String> numbers, String number) {
        if (number != null && isNumber(number)) {
            numbers.add(number.strip());
        }
    }
}
