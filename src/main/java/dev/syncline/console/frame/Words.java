package dev.syncline.console.frame;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of the program as a person reads them. */
public final class Words {
    private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_.]+");

    private Words() {}

    /** Of a constant: {@code MISSING_ITEM} is {@code Missing item}. */
    public static String ofConstant(String name) {
        String words = name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Of a field: {@code paymentTerms} is {@code payment terms}; a name that is in words already stays. */
    public static String ofField(String name) {
        String[] parts = BORDER.split(name.strip());
        StringBuilder words = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                boolean isAbbreviation = part.length() > 1 && part.equals(part.toUpperCase(Locale.ROOT));
                words.append(words.isEmpty() ? "" : " ").append(isAbbreviation ? part : part.toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
