package dev.syncline.page;

import dev.syncline.page.ReadRequest.Side;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records that a source has, and does not give when it is asked for them with their children: a {@code deepQuery} that
 * joins the lines gives no order without any. What defines a record is the shallow read, so these are not gone.
 */
@ApplicationScoped
public class DeepReadGaps {
    private static final String REASON = "The source has it, but does not give it when it is asked for it with its"
            + " children: the route's deepQuery leaves it out, mostly by a join. Have deepQuery give every record that"
            + " query gives (left join); each run looks again";

    private final SystemReads reads;
    private final Depths depths;
    private final Catalog catalog;

    DeepReadGaps(SystemReads reads, Depths depths, Catalog catalog) {
        this.reads = reads;
        this.depths = depths;
        this.catalog = catalog;
    }

    /**
     * Returns those of the records that the source has all the same, each with its key and title alone, and marked to be
     * held.
     *
     * @param asked how they were asked for
     * @param absent the keys that the answer did not have
     */
    public List<Row> among(ReadRequest asked, Collection<String> absent) throws Exception {
        SyncRoute route = catalog.get(asked.route());
        if (absent.isEmpty()
                || asked.depth() != Depth.DEEP
                || asked.side() != Side.SOURCE
                || !depths.isMoreToRead(route)) {
            return List.of();
        }
        Map<String, Row> found = new LinkedHashMap<>();
        ReadRequest request = asked.shallow(List.copyOf(absent));
        do {
            Page page = reads.read(request);
            for (Row row : page.rows()) {
                if (!row.deleted() && row.key() != null) {
                    found.putIfAbsent(row.key(), held(row, route));
                }
            }
            request = request.after(page);
        } while (request != null);
        return List.copyOf(found.values());
    }

    private static Row held(Row row, SyncRoute route) {
        Map<String, Object> fields = new LinkedHashMap<>(row.fields());
        fields.keySet().removeIf(name -> !name.equals(route.label()) && !isKey(name, route));
        Mark mark = Objects.requireNonNullElseGet(row.mark(), () -> Mark.held(REASON));
        return new Row(row.key(), row.changedAt(), fields, false, mark, null);
    }

    private static boolean isKey(String name, SyncRoute route) {
        return route.key().stream().anyMatch(name::equalsIgnoreCase);
    }
}
