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

/**
 * Thrown when the records of a page do not fit in memory together, so that fewer orders must be processed at once.
 */
final class RecordsTooLarge extends Exception {
    private static final long serialVersionUID = 1L;
}
