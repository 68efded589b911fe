package dev.syncline.page;

import dev.syncline.system.PageMemory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Reads records by their keys in parts whose rows fit a page's bytes, however wide they are: a part that does not is asked
 * for again in smaller ones. Of the records, no more than a page for each call under way is held here.
 */
@ApplicationScoped
public class KeyedReads {
    private final SystemReads reads;
    private final DeepReadGaps gaps;

    KeyedReads(SystemReads reads, DeepReadGaps gaps) {
        this.reads = reads;
        this.gaps = gaps;
    }

    /**
     * All that the system has of some keys.
     *
     * @param rows of these keys; those that a deep read leaves out are marked to be held
     * @param shared keys that several rows have
     * @param bytes of the rows, about
     */
    public record Part(List<String> keys, List<Row> rows, Set<String> shared, long bytes) {}

    /** Takes the parts of a read, one after the other. */
    public interface Taker {
        /** Whether the others are wanted, too. */
        boolean take(Part part) throws Exception;
    }

    /** How many bytes may be held of what is read by key for the rows of one page. */
    public static long room() {
        return PageMemory.own().page();
    }

    /**
     * @param request names all the keys
     * @param size how many keys are asked for at a time, at the most
     * @param calls how many calls may be under way at a time
     */
    public void read(ReadRequest request, int size, int calls, Taker taker) throws Exception {
        Deque<List<String>> waiting = new ArrayDeque<>(cut(request.keys(), size));
        Deque<Asked> asked = new ArrayDeque<>();
        while (!waiting.isEmpty() || !asked.isEmpty()) {
            while (!waiting.isEmpty() && asked.size() < calls) {
                ReadRequest next = request.ofOthers(waiting.remove());
                asked.add(new Asked(
                        next, calls == 1 ? CompletableFuture.completedFuture(reads.read(next)) : reads.begin(next)));
            }
            Asked first = asked.remove();
            List<String> keys = first.request().keys();
            Page page = SystemReads.await(first.answer());
            if (page.next() != null && keys.size() > 1) {
                int half = (keys.size() + 1) / 2;
                int fitting = page.rows().size();
                List<List<String>> smaller = cut(keys, fitting == 0 ? half : Math.min(half, fitting));
                for (int i = smaller.size() - 1; i >= 0; i--) {
                    waiting.addFirst(smaller.get(i));
                }
            } else if (!taker.take(part(first.request(), page))) {
                return;
            }
        }
    }

    private record Asked(ReadRequest request, Future<Page> answer) {}

    private Part part(ReadRequest request, Page first) throws Exception {
        Map<String, Integer> rowsOfKey = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>(first.rows());
        Set<String> shared = new HashSet<>(first.duplicates() == null ? Set.of() : first.duplicates());
        for (ReadRequest next = request.after(first); next != null; ) {
            Page page = reads.read(next); // of one key: that there are more rows counts, and not what is in them
            page.rows().forEach(row -> rows.add(bare(row)));
            next = next.after(page);
        }
        rows.forEach(row -> rowsOfKey.merge(String.valueOf(row.key()), 1, Integer::sum));
        List<String> absent = request.keys().stream()
                .filter(key -> !rowsOfKey.containsKey(key))
                .toList();
        rows.addAll(gaps.among(request, absent));
        rowsOfKey.forEach((key, count) -> {
            if (count > 1) {
                shared.add(key);
            }
        });
        return new Part(
                request.keys(),
                rows,
                shared,
                rows.stream().mapToLong(RowBytes::of).sum());
    }

    private static Row bare(Row row) {
        Map<String, Object> flags = new LinkedHashMap<>(row.fields());
        flags.values().removeIf(value -> !(value instanceof Boolean));
        return new Row(row.key(), row.changedAt(), flags, row.deleted(), row.mark(), row.change());
    }

    private static List<List<String>> cut(List<String> keys, int size) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += size) {
            parts.add(keys.subList(from, Math.min(from + size, keys.size())));
        }
        return parts;
    }
}
