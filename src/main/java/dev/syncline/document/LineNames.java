package dev.syncline.document;

import java.util.Objects;

/** Names a line for a buyer. */
public final class LineNames {
    private LineNames() {}

    /**
     * Returns a name such as {@code line 3 }.
     *
     * @param line may be null, as may the others
     */
    public static String of(String line, String item, String supplierItem) {
        String article = Objects.requireNonNullElse(item, Objects.requireNonNullElse(supplierItem, ""));
        if (line == null) {
            return article.isEmpty() ? "a line without a number" : "item " + DocumentValues.shown(article);
        }
        return "line " + DocumentValues.shown(line)
                + (article.isEmpty() ? "" : " (" + DocumentValues.shown(article) + ")");
    }
}
