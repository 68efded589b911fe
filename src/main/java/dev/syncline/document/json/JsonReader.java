package dev.syncline.document.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Reads a page of orders as dealer APIs answer it: {@code {"orders": [...], "next": cursor}}. */
@ApplicationScoped
public class JsonReader implements DocumentReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 200;

    private static final List<Pattern> NAMED =
            List.of(Pattern.compile("\"poNumber\"\\s{0,20}:\\s{0,20}\"?([^\"\\\\,}\\s]+)"));

    private final ConcurrentMap<DocumentLimits, ObjectMapper> mappers = new ConcurrentHashMap<>();

    @Override
    public String format() {
        return "json";
    }

    @Override
    public boolean namesNextPage() {
        return true;
    }

    @Override
    public Set<String> named(byte[] document) {
        return OrderNumbers.in(document, NAMED);
    }

    @Override
    public ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        JsonNode page = tree(document, limits);
        JsonNode listed = page.get("orders");
        if (listed == null || !listed.isArray()) {
            throw new UnreadableDocument(
                    null, "The document has no list 'orders'; it should be {\"orders\": [...], \"next\": ...}");
        }
        List<String> warnings = new ArrayList<>();
        List<SupplierOrder> orders = new ArrayList<>();
        Map<SupplierOrder, List<String>> ofOrders = new IdentityHashMap<>();
        List<ParsedDocument.Fault> faults = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            try {
                List<String> own = new ArrayList<>();
                SupplierOrder order = new JsonOrder("orders[" + i + "]", listed.get(i), own).order();
                orders.add(order);
                if (!own.isEmpty()) {
                    warnings.addAll(own);
                    ofOrders.put(order, own);
                }
            } catch (UnreadablePart e) {
                JsonNode number = listed.get(i).get("poNumber");
                faults.add(e.fault().of(number == null ? null : DocumentValues.text(number.asText())));
            }
        }
        return new ParsedDocument(null, "JSON orders", orders, faults, warnings, null, next(page), ofOrders);
    }

    private static String next(JsonNode page) throws UnreadableDocument {
        JsonNode next = page.get("next");
        if (next != null && next.isContainerNode()) {
            throw new UnreadableDocument("next", "The cursor of the next page is no text");
        }
        return next == null || next.isNull() ? null : DocumentValues.text(next.asText());
    }

    private JsonNode tree(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        if (document.length > limits.bytes()) {
            throw new UnreadableDocument(
                    null, "The document has " + document.length + " bytes; " + limits.bytes() + " are read");
        }
        XmlText.refuseCompressed(document);
        try {
            JsonNode tree = mappers.computeIfAbsent(limits, JsonReader::mapper).readTree(document);
            if (tree == null || !tree.isObject()) {
                throw new UnreadableDocument(null, "The document is no JSON object; it should be {\"orders\": [...]}");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new UnreadableDocument(
                    place(e.getLocation()), "The JSON cannot be read: " + reason(e) + "; send it whole and valid");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    null, "The JSON cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String reason(JsonProcessingException e) {
        return DocumentValues.shown(e.getOriginalMessage(), LONGEST_REASON);
    }

    private static String place(JsonLocation location) {
        return location == null ? null : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    // With a duplicate name, one of both values would have to be chosen
    private static ObjectMapper mapper(DocumentLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxDocumentLength(limits.bytes())
                .maxNestingDepth(limits.depth())
                .maxTokenCount(limits.parts())
                .maxStringLength(limits.text())
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Field names of foreign documents are not interned for the life of the process
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
