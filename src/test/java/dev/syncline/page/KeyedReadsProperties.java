package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.KeyedReads.Part;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However wide records are, what is held of those that are read by key is bounded by bytes, and none is passed over. */
class KeyedReadsProperties {
    private static final int PAGE = 1_000;

    /** @param widths of the records of K-0, K-1 and so on; none of that width where it is 0, two where it is 7 */
    @Property(tries = 300)
    void everyKeyComesOnceInPartsThatFitAPage(
            @ForAll @Size(max = 60) List<@IntRange(max = 1_500) Integer> widths,
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll @IntRange(min = 1, max = 4) int calls)
            throws Exception {
        Narrow system = new Narrow(widths);
        List<String> keys =
                IntStream.range(0, widths.size()).mapToObj(i -> "K-" + i).toList();
        List<String> taken = new ArrayList<>();
        reads(system).read(request(keys), size, calls, part -> {
            taken.addAll(part.keys());
            assertEquals(
                    part.keys().stream().mapToInt(system::rows).sum(),
                    part.rows().size(),
                    "all rows of these keys");
            for (Row row : part.rows()) {
                assertTrue(part.keys().contains(row.key()));
                assertEquals(system.rows(row.key()) > 1, part.shared().contains(row.key()));
            }
            long widest = part.rows().stream().mapToLong(RowBytes::of).max().orElse(0);
            assertTrue(part.bytes() <= PAGE + 2 * widest, "held: " + part.bytes());
            assertTrue(system.underWay() <= calls - 1, "answers that nobody has taken");
            return true;
        });
        assertEquals(keys.size(), taken.size());
        assertEquals(new LinkedHashSet<>(keys), new LinkedHashSet<>(taken));
    }

    @Property(tries = 20)
    void noMoreIsAskedForWhenNoMoreIsWanted(@ForAll @IntRange(min = 1, max = 20) int wanted) throws Exception {
        Narrow system = new Narrow(IntStream.range(0, 60).mapToObj(i -> 600).toList());
        List<Part> parts = new ArrayList<>();
        List<String> keys = IntStream.range(0, 60).mapToObj(i -> "K-" + i).toList();
        reads(system).read(request(keys), 60, 1, part -> parts.add(part) && parts.size() < wanted);
        assertEquals(wanted, parts.size());
        assertEquals(
                keys.subList(0, wanted * 2),
                parts.stream().flatMap(part -> part.keys().stream()).toList());
    }

    private static KeyedReads reads(SystemReads system) {
        return new KeyedReads(system, new DeepReadGaps(system, null, null) {
            @Override
            public List<Row> among(ReadRequest asked, java.util.Collection<String> absent) {
                return List.of();
            }
        });
    }

    private static ReadRequest request(List<String> keys) {
        return new ReadRequest(1, "route", Side.TARGET, Window.ALL, Depth.SHALLOW, keys, null, keys.size());
    }

    /** A system whose pages end when they have enough bytes, after the row that has made them full. */
    private static final class Narrow extends SystemReads {
        private final List<Integer> widths;
        private int begun;
        private int awaited;

        private Narrow(List<Integer> widths) {
            super(null, null);
            this.widths = widths;
        }

        private int rows(String key) {
            int width = width(key);
            return width == 0 ? 0 : width == 7 ? 2 : 1;
        }

        private int width(String key) {
            return widths.get(Integer.parseInt(key.substring(2)));
        }

        private int underWay() {
            return begun - awaited;
        }

        @Override
        public Page read(ReadRequest request) {
            List<Row> all = request.keys().stream()
                    .flatMap(key -> IntStream.range(0, rows(key)).mapToObj(i -> row(key)))
                    .toList();
            int from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
            long bytes = 0;
            int to = from;
            while (to < all.size() && bytes < PAGE) {
                bytes += RowBytes.of(all.get(to++));
            }
            return new Page(
                    all.subList(from, to),
                    to < all.size() ? Integer.toString(to) : null,
                    null,
                    null,
                    Set.of(),
                    Unit.TIME);
        }

        @Override
        public Future<Page> begin(ReadRequest request) {
            begun++;
            Callable<Page> answer = () -> {
                awaited++;
                return read(request);
            };
            FutureTask<Page> task = new FutureTask<>(answer) {
                @Override
                public Page get() throws InterruptedException, java.util.concurrent.ExecutionException {
                    run();
                    return super.get();
                }
            };
            return task;
        }

        private Row row(String key) {
            return new Row(key, 1L, Map.of("text", "x".repeat(width(key))), false);
        }
    }
}
