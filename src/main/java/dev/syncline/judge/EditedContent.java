package dev.syncline.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.JsonText;
import dev.syncline.page.Row;
import dev.syncline.record.Edit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A record whose payload somebody edited. The edit is what goes; the hashes stay those of the source's row, so that the
 * next run takes it for delivered until the source changes.
 *
 * @param row with the fields of the edit
 * @param content with its bytes
 * @param changed names of the fields that are not as the source has them
 */
record EditedContent(Row row, Content content, List<String> changed) {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonText.mapper();

    static EditedContent of(Edit edit, Row row, Content source) {
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
        return new EditedContent(
                new Row(row.key(), row.changedAt(), after, false, null, null, row.news()),
                new Content(payload, source.hash(), source.childHash(), source.fields()),
                changed);
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
