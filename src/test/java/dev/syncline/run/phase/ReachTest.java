package dev.syncline.run.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.page.Page.Unit;
import dev.syncline.page.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ReachTest {
    /** Whatever the pages are cut at, and in whatever order a source gives its rows. */
    @Property
    void aFewFarAheadDoNotCount(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 0, max = 9_000) Long> steps,
            @ForAll @Size(max = Reach.FEW) List<@LongRange(min = 100_000_000_000L, max = Long.MAX_VALUE) Long> few,
            @ForAll @IntRange(min = 1, max = 50) int page,
            @ForAll boolean isInOrder,
            @ForAll Random random) {
        List<Long> versions = new ArrayList<>();
        long many = 0;
        for (long step : steps) {
            many += step;
            versions.add(many);
        }
        List<Long> all = new ArrayList<>(versions);
        all.addAll(few);
        if (isInOrder) {
            Collections.sort(all);
        }
        Reach reach = new Reach(0, null, null, 0);
        for (int from = 0; from < all.size(); from += page) {
            reach.add(rows(all.subList(from, Math.min(from + page, all.size()))), Unit.NUMBER);
            reach = new Reach(0, reach.highest(), reach.far(), reach.beyond()); // as after a restart
        }
        assertEquals(many, reach.highest());
        assertEquals(few.isEmpty() ? null : Collections.min(few), reach.far());
        assertEquals(few.size(), reach.beyond());
    }

    @Property
    void manyFarAheadDo(
            @ForAll @IntRange(min = Reach.FEW + 1, max = 500) int many,
            @ForAll @LongRange(min = 1_000_000, max = Long.MAX_VALUE - 500) long from) {
        List<Long> versions = new ArrayList<>(List.of(1L, 2L, 3L));
        for (int i = 0; i < many; i++) {
            versions.add(from + i);
        }
        Reach reach = new Reach(0, null, null, 0);
        reach.add(rows(versions), Unit.NUMBER);
        assertEquals(from + many - 1, reach.highest());
        assertNull(reach.far());
    }

    private static List<Row> rows(List<Long> versions) {
        return versions.stream()
                .map(version -> new Row("k", version, Map.of(), false))
                .toList();
    }
}
