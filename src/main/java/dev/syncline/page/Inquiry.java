package dev.syncline.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a system for records by their keys until it is known of each whether the system has it. An answer may hold no more
 * than a page of what was asked for, so that what it lacks is asked for again in smaller parts. Only a key that was asked
 * for alone, in an answer that came to its end, is gone: a call that answered all others may have had room for just these.
 */
public final class Inquiry {
    /** Of an answer without any of its keys, the next calls have so many times fewer. */
    private static final int SMALLER = 8;

    /** Pages of one answer; what it has not told by then is asked for again. */
    private static final int MOST_PAGES = 1_000;

    private static final String ENDLESS =
            "asked for it alone, it names one next page after the other. Compare what its http-read calls 'next' with what"
                    + " its look-ups answer in the end";

    private final Deque<List<String>> parts = new ArrayDeque<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private Set<String> missing;
    private Set<String> cursors = new HashSet<>();
    private String cursor;

    public Inquiry(Collection<String> keys) {
        begin(new ArrayList<>(new LinkedHashSet<>(keys)));
        next();
    }

    /** Whether it is known of each key. */
    public boolean isOver() {
        return parts.isEmpty();
    }

    /** The keys of the next call. */
    public List<String> keys() {
        return parts.element();
    }

    /** Where the next call goes on in the answer of the one before; null where it is the first for its keys. */
    public String cursor() {
        return cursor;
    }

    /** Whether the next call is for one key alone. */
    public boolean isForOne() {
        return keys().size() == 1;
    }

    /**
     * Takes the answer of a call.
     *
     * @param found the keys of the call that it has
     * @param next where it goes on; null where it says nothing of that
     * @param isWhole whether it was read to its end
     */
    public void answered(Collection<String> found, String next, boolean isWhole) {
        boolean isNews = missing.removeAll(found) || found.isEmpty();
        if (next != null && !missing.isEmpty() && isNews && cursors.size() < MOST_PAGES && cursors.add(next)) {
            cursor = next;
            return;
        }
        List<String> part = parts.remove();
        if (part.size() == 1 && isWhole && next == null) {
            gone.addAll(missing);
        } else if (part.size() == 1 && !missing.isEmpty()) {
            unknown.put(part.get(0), ENDLESS);
        } else if (!missing.isEmpty()) {
            int answered = part.size() - missing.size();
            int most = answered == 0 ? missing.size() / SMALLER : Math.min(answered, missing.size() / 2);
            split(Math.max(1, most));
        }
        next();
    }

    /** The keys of which it is not known yet. */
    public List<String> left() {
        List<String> left = new ArrayList<>(missing);
        parts.stream().skip(1).forEach(left::addAll);
        return left;
    }

    /** The system refuses the call: its keys go again in two halves; of one alone it stays unknown whether it is there. */
    public void refused(String why) {
        if (isForOne()) {
            unknown(why);
            return;
        }
        parts.remove();
        split((missing.size() + 1) / 2);
        next();
    }

    /** Of the key that was asked for alone, the answer does not tell whether it is there. */
    public void unknown(String why) {
        unknown.put(parts.remove().get(0), why);
        next();
    }

    /** Keys of records that the system does not have, for certain. */
    public Set<String> gone() {
        return gone;
    }

    /** Keys of which it cannot be told whether the system has them, and why. */
    public Map<String, String> unknown() {
        return unknown;
    }

    private void split(int size) {
        List<String> keys = new ArrayList<>(missing);
        for (int end = keys.size(); end > 0; end -= size) {
            begin(keys.subList(Math.max(0, end - size), end));
        }
    }

    private void begin(List<String> keys) {
        if (!keys.isEmpty()) {
            parts.addFirst(List.copyOf(keys));
        }
    }

    private void next() {
        cursor = null;
        cursors = new HashSet<>();
        missing = parts.isEmpty() ? Set.of() : new LinkedHashSet<>(parts.element());
    }
}
