package dev.syncline.supplier.polling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.Page;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.Row;
import dev.syncline.page.Window;
import dev.syncline.supplier.acknowledgement.Acknowledgements;
import dev.syncline.supplier.inbox.SupplierOrderTable;
import dev.syncline.supplier.inbox.SupplierRow;
import dev.syncline.supplier.polling.SupplierRead.Phase;
import dev.syncline.supplier.polling.SupplierRead.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the page of a supplier after its calls, and tells where the run continues. */
@ApplicationScoped
class SupplierPages {
    /** The most orders that a supplier is asked for one by one, with a page. */
    static final int MOST_WANTED = 50;

    private final SupplierOrderTable orders;
    private final Acknowledgements acknowledgements;
    private final Clock clock;
    private final ObjectMapper json;

    SupplierPages(SupplierOrderTable orders, Acknowledgements acknowledgements, Clock clock, ObjectMapper json) {
        this.orders = orders;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
        this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    Page of(SupplierRead read) throws SQLException, JsonProcessingException {
        if (read.position == null) {
            return named(read);
        }
        return switch (read.position.phase()) {
            case POLL -> polled(read);
            case WANTED -> wanted(read);
            case ORDERS -> changed(read);
            case ACKNOWLEDGEMENTS -> {
                String next = acknowledgements.next(read.acknowledgements(), read.position.place());
                yield page(List.of(), next == null ? null : read.position.at(Phase.ACKNOWLEDGEMENTS, next), null);
            }
        };
    }

    private Page named(SupplierRead read) throws SQLException, JsonProcessingException {
        Map<String, SupplierRow> found = new LinkedHashMap<>();
        orders.named(read.supplier, read.keys).forEach(row -> found.put(row.key(), row));
        if (read.request.dryRun()) {
            found.putAll(read.seen);
            found.keySet().retainAll(read.keys);
        } else if (read.request.anew()) {
            orders.asked(read.supplier, read.keys, read.asked);
            orders.checked(read.supplier, read.askedFor, read.asked);
        }
        return page(found.values().stream().toList(), null, null);
    }

    private Page polled(SupplierRead read) throws SQLException, JsonProcessingException {
        Position polled = read.polled();
        boolean isDry = read.request.dryRun();
        boolean isOver = read.next == null;
        if (isOver && polled.until() != null && read.request.window().withUnknown() && !isDry) {
            orders.polled(read.supplier, polled.until(), polled.began());
        }
        return page(
                isDry ? List.copyOf(read.seen.values()) : List.of(),
                isOver ? polled.at(Phase.WANTED, "") : polled.at(Phase.POLL, read.next),
                read.request.cursor() == null ? polled.began() : null);
    }

    private Page wanted(SupplierRead read) throws SQLException, JsonProcessingException {
        List<String> keys = read.keys;
        if (!keys.isEmpty()) {
            orders.touch(read.supplier, keys, clock.instant());
            orders.asked(read.supplier, keys, read.asked);
            orders.checked(read.supplier, read.askedFor, read.asked);
        }
        boolean isOver = keys.size() < MOST_WANTED;
        Position next =
                isOver ? read.position.at(Phase.ORDERS, "") : read.position.at(Phase.WANTED, keys.get(keys.size() - 1));
        return page(List.of(), next, null);
    }

    private Page changed(SupplierRead read) throws SQLException, JsonProcessingException {
        Position position = read.position;
        Window window = read.request.window();
        String[] after = position.place().split("\\|", 2);
        boolean isFirst = position.place().isEmpty();
        List<SupplierRow> rows = orders.page(
                read.supplier,
                window,
                position.began(),
                isFirst ? null : Instant.parse(after[0]),
                isFirst ? "" : after[1],
                read.request.limit());
        if (rows.size() < read.request.limit()) {
            return page(
                    rows,
                    acknowledgements.areOwed(read.acknowledgements()) ? position.at(Phase.ACKNOWLEDGEMENTS, "") : null,
                    null);
        }
        SupplierRow last = rows.get(rows.size() - 1);
        return page(rows, position.at(Phase.ORDERS, last.changedAt() + "|" + last.key()), null);
    }

    private Page page(List<SupplierRow> rows, Position next, Instant sourceNow) throws JsonProcessingException {
        List<Row> made = new ArrayList<>(rows.size());
        for (SupplierRow row : rows) {
            made.add(row.row(json));
        }
        return new Page(made, next == null ? null : next.toString(), null, sourceNow, Set.of(), Unit.TIME);
    }
}
