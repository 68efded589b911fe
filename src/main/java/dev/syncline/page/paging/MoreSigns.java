package dev.syncline.page.paging;

import dev.syncline.json.JsonAnswer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what APIs usually say when there is more than an answer holds, so that no more is left unread without a word. */
final class MoreSigns {
    private static final List<String> PLACES =
            List.of("", "meta.", "paging.", "pagination.", "links.", "_links.", "page_info.", "pageInfo.", "page.");
    private static final List<String> FLAGS =
            List.of("has_more", "hasMore", "has_next", "hasNext", "has_next_page", "hasNextPage", "more_items");
    private static final List<String> NEXTS = List.of(
            "next",
            "next_cursor",
            "nextCursor",
            "next_page",
            "nextPage",
            "next_page_token",
            "nextPageToken",
            "next_page_url",
            "next_url",
            "nextLink",
            "next_link",
            "@odata.nextLink",
            "odata.nextLink");

    /** Values of a next page number which say that this page is the last. */
    private static final Set<String> NONE = Set.of("0", "-1");

    private static final Set<String> ALL = all();

    private MoreSigns() {}

    private static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(FLAGS);
        names.addAll(NEXTS);
        PLACES.forEach(place -> names.forEach(name -> all.add(place + name)));
        return Set.copyOf(all);
    }

    /** Names of the fields that are looked at. */
    static Set<String> fields() {
        return ALL;
    }

    /** Returns the field that says that there is more, with its value. */
    static Optional<String> in(JsonAnswer answer) {
        boolean isOver = ALL.stream().anyMatch(field -> isFlag(field) && isFalse(answer.field(field)));
        return ALL.stream()
                .sorted()
                .filter(field -> saysMore(answer.field(field), isFlag(field), isOver))
                .findFirst()
                .map(field -> field + (answer.field(field) instanceof List<?> ? "" : ": " + answer.field(field)));
    }

    private static boolean isFlag(String field) {
        return FLAGS.contains(field.substring(field.lastIndexOf('.') + 1));
    }

    /** A cursor may be given behind the last page too, where a flag says that it was the last. */
    private static boolean saysMore(Object value, boolean isFlag, boolean isOver) {
        if (value == null || isFalse(value) || value.toString().isBlank() || NONE.contains(value.toString())) {
            return false;
        }
        return isFlag ? value.equals(true) || value.toString().equals("true") : !isOver;
    }

    private static boolean isFalse(Object value) {
        return value != null && (value.equals(false) || value.toString().equalsIgnoreCase("false"));
    }
}
