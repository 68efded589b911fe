package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.deliver.HeldValues;
import dev.syncline.value.SameValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the content of a target with what was sent. Only fields that are sent count, as a target has fields of its
 * own. The column type of a field decides what is equal, as it does when the record is written; without one, {@link
 * SameValue} does.
 */
final class SameContent {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_VALUE = 1_000;

    private final Set<String> notCompared;
    private final HeldValues columns;

    /** Creates a comparison for a target without columns. */
    SameContent(Collection<String> notCompared) {
        this(notCompared, HeldValues.NONE);
    }

    SameContent(Collection<String> notCompared, HeldValues columns) {
        this.notCompared = Set.copyOf(notCompared);
        this.columns = columns;
    }

    /** Returns the first twenty fields in which the target differs from the source. */
    List<FieldDifference> differences(JsonNode source, JsonNode target) {
        List<FieldDifference> found = new ArrayList<>();
        source.properties().forEach(field -> {
            if (!notCompared.contains(field.getKey())) {
                compare(null, field.getKey(), field.getKey(), field.getValue(), target.path(field.getKey()), found);
            }
        });
        return found;
    }

    /**
     * @param list the field with the children to which the field belongs; null for a field of the record
     * @param path the path of the field for people
     */
    private void compare(
            String list, String field, String path, JsonNode source, JsonNode target, List<FieldDifference> found) {
        if (source.equals(target)) {
            return;
        }
        Optional<Boolean> isHeld = source.isNumber() && target.isNumber() && SameValue.isHeld(source, target)
                ? Optional.of(true)
                : columns.holds(list, field, source, target);
        if (isHeld.isPresent()) {
            if (!isHeld.get()) {
                int before = found.size();
                compareUntyped(path, source, target, found); // names the nested fields that differ
                if (found.size() == before) {
                    add(path, source, target, found);
                }
            }
        } else if (list == null && source.isArray() && target.isArray() && source.size() == target.size()) {
            for (int i = 0; i < source.size(); i++) {
                compareElements(field, path + "[" + i + "]", source.get(i), target.get(i), found);
            }
        } else {
            compareUntyped(path, source, target, found);
        }
    }

    private void compareElements(
            String list, String path, JsonNode source, JsonNode target, List<FieldDifference> found) {
        if (source.isObject() && target.isObject()) {
            source.properties()
                    .forEach(child -> compare(
                            list,
                            child.getKey(),
                            path + "." + child.getKey(),
                            child.getValue(),
                            target.path(child.getKey()),
                            found));
        } else {
            compareUntyped(path, source, target, found);
        }
    }

    private static void compareUntyped(String path, JsonNode source, JsonNode target, List<FieldDifference> found) {
        if (source.isObject() && target.isObject()) {
            source.properties()
                    .forEach(field -> compareUntyped(
                            path + "." + field.getKey(), field.getValue(), target.path(field.getKey()), found));
        } else if (source.isArray() && target.isArray() && source.size() == target.size()) {
            for (int i = 0; i < source.size(); i++) {
                compareUntyped(path + "[" + i + "]", source.get(i), target.get(i), found);
            }
        } else if (!SameValue.isHeld(source, target)) {
            add(path, source, target, found);
        }
    }

    private static void add(String path, JsonNode source, JsonNode target, List<FieldDifference> found) {
        if (found.size() < MOST_FIELDS) {
            found.add(new FieldDifference(path, shown(source), shown(target)));
        }
    }

    private static JsonNode shown(JsonNode value) {
        if (value instanceof MissingNode) {
            return NullNode.getInstance();
        }
        String text = value.isTextual() ? value.textValue() : value.isContainerNode() ? value.toString() : "";
        return text.length() <= LONGEST_VALUE ? value : new TextNode(text.substring(0, LONGEST_VALUE - 1) + "…");
    }
}
