package dev.syncline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Where a SQL source goes on: the changed-at and key of the last row read, as the database writes them. */
record SqlCursor(List<String> values) {
    /** Escapes what UTF-8 cannot hold, too: halves of characters. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static SqlCursor parse(String text) {
        try {
            return new SqlCursor(JSON.readValue(text, new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a cursor of a SQL source: " + text, e);
        }
    }

    @Override
    public String toString() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
