package dev.syncline.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.Row;
import dev.syncline.page.RowChange;
import dev.syncline.record.Edit;
import dev.syncline.value.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A record whose payload somebody edited. The edit is what goes; the hashes stay those of the source's row, so that the
 * next run takes it for delivered until the source changes.
 *
 * @param source what was edited
 * @param row with the fields of the edit
 * @param content with its bytes
 * @param changed names of the fields that are not as the source has them
 * @param problem why it may not go; null where it may
 */
record EditedContent(Row source, Row row, Content content, List<String> changed, String problem) {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonText.mapper();

    /** @param keyFields the fields that no edit may change */
    static EditedContent of(Edit edit, Row row, Content source, Set<String> keyFields) {
        byte[] payload = edit.payload().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> before = fields(source.json());
        Map<String, Object> after = fields(payload);
        List<String> changed = new ArrayList<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                changed.add(name);
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(changed::add);
        RowChange change = row.change();
        return new EditedContent(
                row,
                new Row(row.key(), row.changedAt(), after, false, null, change == null ? null : change.withoutBase()),
                new Content(payload, source.hash(), source.childHash(), source.fields()),
                changed,
                problem(before, after, keyFields));
    }

    /**
     * A record does not become another one by an edit; nor does a field that is written in another case, which a target
     * may take for the field itself, and a rule does not.
     */
    private static String problem(Map<String, Object> before, Map<String, Object> after, Set<String> keyFields) {
        for (String name : keyFields) {
            if (!isSame(before.get(name), after.get(name))) {
                return "The edited payload changes '" + name + "', which tells which record it is"
                        + (before.containsKey(name)
                                ? ". Leave it as it is: " + before.get(name)
                                : ". The source does not give it: leave it out");
            }
        }
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keyFields.forEach(name -> names.put(name, name));
        before.keySet().forEach(name -> names.put(name, name));
        for (String name : after.keySet()) {
            String known = names.putIfAbsent(name, name);
            if (known != null && !known.equals(name) && !before.containsKey(name)) {
                return "The edited payload has a field '" + name + "' beside '" + known
                        + "': they differ in the case of letters alone. Write it as '" + known + "'";
            }
        }
        return null;
    }

    private static boolean isSame(Object before, Object after) {
        return Objects.equals(before, after)
                || before instanceof Number
                        && after instanceof Number
                        && new BigDecimal(before.toString()).compareTo(new BigDecimal(after.toString())) == 0;
    }

    private static Map<String, Object> fields(byte[] json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An edited payload, or the record it stands for, is no JSON object", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
