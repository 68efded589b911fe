package dev.syncline.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Keeps a list of one element a list when JSONata maps it: {@code lines.{"no": no}} makes a list of two lines, but of one
 * line the line itself. What would be a list if the lists of one element had two is a list. So a record with such lists is
 * mapped again with each of these elements twice, and what has become a list is put into one; where that is because the
 * elements share a name ({@code attributes{name: value}}), which a second element that is not like the first shows, it is
 * not.
 */
final class OneElementLists {
    /** Lists within lists: each level doubles what is mapped. */
    private static final int DEEPEST = 4;

    private OneElementLists() {}

    /** Whether there are any. */
    static boolean isIn(Object value) {
        if (value instanceof List<?> list) {
            return list.size() == 1 || list.stream().anyMatch(OneElementLists::isIn);
        }
        return value instanceof Map<?, ?> map && map.values().stream().anyMatch(OneElementLists::isIn);
    }

    /**
     * Returns what was made of a record, with the lists that its one-element lists became.
     *
     * @param made by the map
     * @param map makes it of a record
     */
    static Object kept(Object made, Object record, UnaryOperator<Object> map) {
        Object twice;
        try {
            twice = map.apply(doubled(record, DEEPEST, false));
        } catch (MapLimits.CutOff e) {
            throw e;
        } catch (RuntimeException e) {
            return made; // what works on one element alone is no list
        }
        if (!hasMoreLists(made, twice)) {
            return made;
        }
        Object others;
        try {
            others = map.apply(doubled(record, DEEPEST, true));
        } catch (MapLimits.CutOff e) {
            throw e;
        } catch (RuntimeException e) {
            others = twice;
        }
        Object kept = kept(made, twice, others);
        return kept instanceof List<?> list && !(made instanceof List) ? list.get(0) : kept; // the record itself is one
    }

    private static Object kept(Object made, Object twice, Object others) {
        if (made instanceof Map<?, ?> map) {
            if (first(twice) instanceof Map<?, ?> a) {
                Map<Object, Object> kept = new LinkedHashMap<>();
                boolean isByName =
                        first(others) instanceof Map<?, ?> b && !b.keySet().equals(map.keySet());
                map.forEach((name, value) -> kept.put(
                        name,
                        isByName
                                ? value
                                : kept(value, a.get(name), first(others) instanceof Map<?, ?> b ? b.get(name) : null)));
                return isList(made, twice) ? new ArrayList<>(List.of(kept)) : kept;
            }
        } else if (made instanceof List<?> list) {
            if (twice instanceof List<?> a && !list.isEmpty() && a.size() % list.size() == 0) {
                int times = a.size() / list.size();
                List<Object> kept = new ArrayList<>(list.size());
                for (int i = 0; i < list.size(); i++) {
                    Object other = others instanceof List<?> b && b.size() == a.size() ? b.get(i * times) : null;
                    kept.add(kept(list.get(i), a.get(times == 1 ? i : i * times), other));
                }
                return kept;
            }
        } else if (made != null && isList(made, twice)) {
            return new ArrayList<>(List.of(made));
        }
        return made;
    }

    private static boolean isList(Object made, Object twice) {
        return !(made instanceof List) && twice instanceof List<?> list && list.size() > 1;
    }

    private static Object first(Object value) {
        return value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
    }

    private static boolean hasMoreLists(Object made, Object twice) {
        if (isList(made, twice)) {
            return made != null;
        } else if (made instanceof Map<?, ?> map && twice instanceof Map<?, ?> other) {
            return map.entrySet().stream().anyMatch(field -> hasMoreLists(field.getValue(), other.get(field.getKey())));
        } else if (made instanceof List<?> list && twice instanceof List<?> other) {
            return list.stream().anyMatch(element -> other.stream().anyMatch(one -> hasMoreLists(element, one)));
        }
        return false;
    }

    /** The value with the element of each list of one twice; the second time with other content, where that is wanted. */
    private static Object doubled(Object value, int depth, boolean isOther) {
        if (value instanceof List<?> list) {
            List<Object> doubled = new ArrayList<>(list.size() + 1);
            list.forEach(element -> doubled.add(doubled(element, depth - 1, isOther)));
            if (list.size() == 1 && depth > 0) {
                doubled.add(isOther ? other(doubled.get(0)) : doubled.get(0));
            }
            return doubled;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> doubled = new LinkedHashMap<>();
            map.forEach((name, field) -> doubled.put(Objects.toString(name), doubled(field, depth, isOther)));
            return doubled;
        }
        return value;
    }

    private static Object other(Object value) {
        if (value instanceof List<?> list) {
            List<Object> others = new ArrayList<>(list.size());
            list.forEach(element -> others.add(other(element)));
            return others;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> others = new LinkedHashMap<>();
            map.forEach((name, field) -> others.put(Objects.toString(name), other(field)));
            return others;
        } else if (value instanceof String text) {
            return text + "'";
        } else if (value instanceof Long number) {
            return number + 1;
        }
        return value;
    }
}
