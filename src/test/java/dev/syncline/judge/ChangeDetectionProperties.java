package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.syncline.value.RawJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Over any content. The hashes of single fields have 16 bits, so that one change in 65,536 is not named: the seeds are
 * fixed, or a build would fail for that now and then.
 */
class ChangeDetectionProperties {
    @Provide
    Arbitrary<Map<String, Object>> contents() {
        Arbitrary<Object> value = Arbitraries.oneOf(
                Arbitraries.strings().excludeChars('\0').ofMaxLength(5).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.bigDecimals().ofScale(3).map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                Arbitraries.longs()
                        .between(0, 4_000_000_000L)
                        .map(Instant::ofEpochSecond)
                        .map(at -> (Object) at),
                Arbitraries.integers()
                        .between(0, 40_000)
                        .map(LocalDate::ofEpochDay)
                        .map(day -> (Object) day),
                Arbitraries.just(null));
        Arbitrary<String> name = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4);
        return Arbitraries.maps(name, value).ofMinSize(1).ofMaxSize(8).map(LinkedHashMap::new);
    }

    @Property(seed = "1")
    void equalFieldsAreEqualContent(@ForAll("contents") Map<String, Object> fields) {
        Content one = Content.of(fields);
        Content other = Content.of(new LinkedHashMap<>(fields));
        assertEquals(one.hash(), other.hash());
        assertEquals(List.of(), changed(fields, one, other));
    }

    @Property(seed = "2")
    void anyChangeOfOneFieldIsAnotherContentAndNamesThatField(
            @ForAll("contents") Map<String, Object> fields,
            @ForAll("contents") Map<String, Object> others,
            @ForAll @IntRange(min = 0, max = 7) int which) {
        String name = new ArrayList<>(fields.keySet()).get(which % fields.size());
        Object value = others.values().iterator().next();
        Assume.that(!same(value, fields.get(name)));
        Map<String, Object> after = new LinkedHashMap<>(fields);
        after.put(name, value);
        Content before = Content.of(fields);
        assertNotEquals(before.hash(), Content.of(after).hash());
        assertEquals(List.of(name), changed(fields, before, Content.of(after)));
    }

    @Property(seed = "3")
    void childrenAreComparedApartFromFields(
            @ForAll("contents") Map<String, Object> fields, @ForAll int one, @ForAll int other) {
        Assume.that(one != other);
        Content before = Content.of(with(fields, one));
        Content after = Content.of(with(fields, other));
        assertEquals(before.hash(), after.hash());
        assertEquals(Content.of(fields).hash(), before.hash());
        assertNotEquals(before.childHash(), after.childHash());
    }

    private static Map<String, Object> with(Map<String, Object> fields, int child) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("children of it", new RawJson("[" + child + "]"));
        whole.putAll(fields);
        return whole;
    }

    /** As they are written: the target cannot tell {@code 1.50} as a number from the same as a number. */
    private static boolean same(Object one, Object other) {
        return new String(Content.of(one(one)).json())
                .equals(new String(Content.of(one(other)).json()));
    }

    private static Map<String, Object> one(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", value);
        return fields;
    }

    private static List<String> changed(Map<String, Object> fields, Content before, Content after) {
        List<String> changed = new ArrayList<>();
        int n = 0;
        for (String name : fields.keySet()) {
            if (before.fieldHashes()[n] != after.fieldHashes()[n]
                    || before.fieldHashes()[n + 1] != after.fieldHashes()[n + 1]) {
                changed.add(name);
            }
            n += 2;
        }
        return changed;
    }
}
