package dev.syncline.purchasing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.KeyedReads;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.value.RawJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads records by key at either end of a route: the ERP's orders and products, the catalog's items. */
@ApplicationScoped
class KeyedReader {
    /** The most keys of one call. */
    private static final int MOST_KEYS = 1_000;

    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private final KeyedReads reads;
    private final Catalog catalog;
    private final ObjectMapper json;

    KeyedReader(KeyedReads reads, Catalog catalog, ObjectMapper json) {
        this.reads = reads;
        this.catalog = catalog;
        this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Returns the existing records by key; children are always lists of maps.
     *
     * @param unreadable receives by key why a record that exists, or may exist, cannot be read
     * @throws RecordsTooLarge if they do not fit in memory together
     */
    Map<String, Map<String, Object>> read(
            RunContext run, String routeId, Side side, Collection<String> keys, Map<String, String> unreadable)
            throws Exception {
        SyncRoute route = catalog.get(routeId);
        String system = side == Side.TARGET ? route.target() : route.source();
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        long[] bytes = new long[1];
        ReadRequest request = ReadRequest.of(run.part(), routeId, side, List.copyOf(keys));
        reads.read(request, MOST_KEYS, 1, part -> {
            bytes[0] += part.bytes();
            if (bytes[0] > KeyedReads.room() && part.keys().size() < keys.size()) {
                throw new RecordsTooLarge();
            }
            String nameless = null;
            for (Row row : part.rows()) {
                if (row.mark() != null) { // if it were treated as missing, it would be created again
                    String problem = "cannot be read. " + row.mark().reason();
                    if (row.key() == null) {
                        nameless = "A record of system " + system + ", which may be this one, " + problem;
                    } else {
                        unreadable.put(row.key(), "Record " + row.key() + " of system " + system + " " + problem);
                    }
                } else if (!row.deleted() && row.key() != null) {
                    found.put(row.key(), parsed(row.fields()));
                }
            }
            if (nameless != null) {
                for (String key : part.keys()) {
                    if (!found.containsKey(key)) {
                        unreadable.putIfAbsent(key, nameless);
                    }
                }
            }
            return true;
        });
        return found;
    }

    private Map<String, Object> parsed(Map<String, Object> fields) throws JsonProcessingException {
        Map<String, Object> parsed = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            Object value = field.getValue();
            parsed.put(field.getKey(), value instanceof RawJson raw && raw.isArray() ? lines(raw) : value);
        }
        return OrderFields.plain(parsed);
    }

    private List<Map<String, Object>> lines(RawJson raw) throws JsonProcessingException {
        return new ArrayList<>(json.readValue(raw.text(), LIST));
    }
}
