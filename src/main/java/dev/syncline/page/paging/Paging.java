package dev.syncline.page.paging;

import dev.syncline.json.JsonAnswer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the pages of an HTTP system follow each other. The place at which a read continues is a text: the system's own cursor or link, the value of
 * a keyset, or a {@link Position}.
 *
 * @param words the parameters of the system's http-read
 */
public record Paging(PagingWay way, Map<String, String> words) {
    private static final int MOST_RESTARTS = 3;

    public static Paging of(Map<String, String> words) {
        return new Paging(PagingWay.of(words.getOrDefault("paging", "cursor")), words);
    }

    /** Whether the next call is the address that the answer gives. */
    public boolean isLink() {
        return way == PagingWay.LINK || way == PagingWay.NEXT_LINK;
    }

    /** Returns the query parameter that says how many records are wanted; empty if a call has none. */
    public String limit() {
        return way == PagingWay.NONE ? "" : word("limit");
    }

    /**
     * Returns the value of the query parameter {@code cursor}; null if the call has none.
     *
     * @param state where the read continues; null at its beginning
     */
    public String sent(String state) {
        return switch (way) {
            case PAGE ->
                Long.toString(
                        state == null ? firstPage() : Position.parse(state).at());
            case OFFSET ->
                Long.toString(state == null ? 0 : Position.parse(state).at() - (overlaps(state) ? 1 : 0));
            case CURSOR, KEYSET -> state;
            case LINK, NEXT_LINK, NONE -> null;
        };
    }

    /**
     * Whether the page begins with the last record of the page before: if it does not, rows have moved meanwhile, and some may
     * have been passed over.
     */
    public boolean overlaps(String state) {
        return way == PagingWay.OFFSET && state != null && Position.parse(state).at() > 0;
    }

    /** Whether a page that begins with the key, as a number, continues where the page before it ended. */
    public boolean goesOn(String state, long key) {
        return Position.parse(state).last() == key;
    }

    /**
     * Returns where a read begins anew, as rows have moved.
     *
     * @throws InvalidPaging if it has begun anew too often
     */
    public String restart(String state) {
        Position position = Position.parse(state);
        if (position.restarts() == MOST_RESTARTS) {
            throw new InvalidPaging(
                    "has other records before offset " + position.at() + " each time it is read, so that"
                            + " records may be passed over. Have it order them by a key (a parameter in 'call' or 'deep'), or read it"
                            + " by another paging, if it has one");
        }
        return new Position(way == PagingWay.PAGE ? firstPage() : 0, 0, 0, position.restarts() + 1).toString();
    }

    /** Returns the fields of an answer, beside its records, that are looked at. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(MoreSigns.fields());
        for (String name : new String[] {"next", "total", "hasMore", "pages"}) {
            if (!word(name).isEmpty()) {
                fields.add(word(name));
            }
        }
        return fields;
    }

    /**
     * Returns where the read continues after a page; null after the last one.
     *
     * @param state where the read of the page began
     * @throws InvalidPaging if the answer does not tell what it is to tell
     */
    public String after(String state, PageSeen page) {
        return hasNext(state, page) ? next(state, page) : null;
    }

    private boolean hasNext(String state, PageSeen page) {
        if (way == PagingWay.NONE) {
            return false;
        }
        if (!word("hasMore").isEmpty()) {
            return flag(page.answer());
        }
        if (way == PagingWay.CURSOR || isLink()) {
            return page.next() != null;
        }
        if (!word("pages").isEmpty() && way == PagingWay.PAGE) {
            long pages = number(page.answer(), "pages");
            return Position.parse(page(state)).at() - firstPage() + 1 < pages;
        }
        return switch (end()) {
            case "total" -> page.before() + page.records() < number(page.answer(), "total") && page.records() > 0;
            case "short" -> page.records() > 0 && (state == null || way == PagingWay.KEYSET || !isShorter(state, page));
            default -> page.records() > 0;
        };
    }

    /** Fewer than a page before had: what it was asked for may be more than it gives. */
    private boolean isShorter(String state, PageSeen page) {
        return page.records() + (overlaps(state) ? 1 : 0)
                < Position.parse(state).largest();
    }

    private String next(String state, PageSeen page) {
        if (way == PagingWay.CURSOR || isLink()) {
            if (page.next() == null) {
                throw new InvalidPaging("says in '" + word("hasMore") + "' that it has more, and names no next page in "
                        + (way == PagingWay.LINK ? "its header Link" : "'" + word("next") + "'")
                        + ". Correct the parameters 'paging', 'next' and 'hasMore' of its http-read");
            }
            return page.next();
        }
        if (way == PagingWay.KEYSET) {
            if (page.lastValue() == null) {
                throw new InvalidPaging("gives a last record without '" + keyset()
                        + "', by which its next page is asked for. Correct the parameter 'keyset' of its http-read");
            }
            return page.lastValue();
        }
        Position position = Position.parse(page(state));
        long at = position.at() + (way == PagingWay.PAGE ? 1 : page.records());
        return new Position(at, page.last(), Math.max(position.largest(), page.records()), position.restarts())
                .toString();
    }

    private String page(String state) {
        return state != null ? state : new Position(way == PagingWay.PAGE ? firstPage() : 0, 0, 0, 0).toString();
    }

    /**
     * Ensures that the last page is the last one.
     *
     * @throws InvalidPaging if it says that there is more, which is not read
     */
    public void requireEnd(String state, PageSeen page) {
        if (!word("hasMore").isEmpty()) {
            return;
        }
        Optional<String> more = page.next() != null && way != PagingWay.CURSOR && !isLink()
                ? Optional.of("a header Link with rel=\"next\"")
                : page.records() == 0 && way != PagingWay.NONE ? Optional.empty() : MoreSigns.in(page.answer());
        more.ifPresent(sign -> {
            throw new InvalidPaging(
                    "says that there is more (" + sign + "), which is not read. Set the parameter 'paging' of"
                            + " its http-read (it is '" + way
                            + "' now) to how it pages, and 'next' or 'hasMore' to the field that"
                            + " tells; docs/connect.md has them all");
        });
        boolean isFull = page.limit() > 0 && page.records() >= page.limit() && !limit().isEmpty();
        boolean isTold = page.answer().hasField(word("next")) || page.answer().hasField(word("total"));
        if (way == PagingWay.CURSOR && state == null && isFull && !isTold) {
            throw new InvalidPaging("gave as many records as it was asked for (" + page.records()
                    + "), and does not say whether there are more: its answer has neither '" + word("next") + "' nor '"
                    + word("total")
                    + "'. Set the parameter 'paging' of its http-read to how it pages (page, offset, link,"
                    + " ...), or to none if one answer holds everything");
        }
    }

    private boolean flag(JsonAnswer answer) {
        Object value = answer.field(word("hasMore"));
        String text = value == null ? "" : value.toString().strip();
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        } else if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw new InvalidPaging("has in '" + word("hasMore") + "' " + (value == null ? "nothing" : "'" + text + "'")
                + ", which does not say whether there are more. Correct the parameter 'hasMore' of its http-read");
    }

    private long number(JsonAnswer answer, String parameter) {
        Object value = answer.field(word(parameter));
        String text = value == null ? "" : value.toString().strip();
        if (!text.matches("\\d{1,18}")) {
            throw new InvalidPaging(
                    "has in '" + word(parameter) + "' no number, and its end is told by that. Correct the"
                            + " parameter '" + parameter + "' of its http-read");
        }
        return Long.parseLong(text);
    }

    /** The field of a record by which a keyset continues. */
    public String keyset() {
        return word("keyset").isEmpty() ? word("key") : word("keyset");
    }

    private String end() {
        return word("end").isEmpty() ? "empty" : word("end");
    }

    private long firstPage() {
        return word("firstPage").isEmpty() ? 1 : Long.parseLong(word("firstPage"));
    }

    private String word(String name) {
        return words.getOrDefault(name, "");
    }
}
