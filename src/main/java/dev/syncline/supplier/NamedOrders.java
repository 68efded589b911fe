package dev.syncline.supplier;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of orders in a document that cannot be read, so that the buyer is told of it on the orders. */
public final class NamedOrders {
    /** Of one document. */
    static final int MOST = 1_000;

    private NamedOrders() {}

    /**
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

    /** Adds a number that an order can have. */
    public static void add(Set<String> numbers, String number) {
        if (number != null && KeyedStatement.isNumber(number)) {
            numbers.add(number.strip());
        }
    }
}
