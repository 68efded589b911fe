package dev.syncline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Where a SQL source goes on: the changed-at and key of the last row read, as the database writes them. */
record SqlCursor(List<String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

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
