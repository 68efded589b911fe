package dev.syncline.page;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** The fields of a row of a SQL source: the names are shared by all its rows, so that a row is no more than its values. */
final class Fields extends AbstractMap<String, Object> {
    private final List<String> names;
    private final Object[] values;

    /** @param values one for each name, in the same order */
    Fields(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The values alone, in the order of their names. */
    Object[] inOrder() {
        return values;
    }

    @Override
    public Object get(Object name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(Object name) {
        return names.contains(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < values.length;
                    }

                    @Override
                    public Entry<String, Object> next() {
                        if (next == values.length) {
                            throw new NoSuchElementException();
                        }
                        return new SimpleImmutableEntry<>(names.get(next), values[next++]);
                    }
                };
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
