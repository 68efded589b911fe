package dev.syncline.document.edi;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects an order while the segments of its message are read. The fields are those of {@link SupplierOrder}. */
public final class OrderDraft {
    public Kind kind;
    public String number;
    public Instant at;
    public Long sequence;
    public String orderNumber;
    public String supplierOrderNumber;
    public Status status;
    public boolean wholeOrder;
    public String currency;
    public LocalDate expectedOn;
    public boolean replaces;
    public final Set<String> tracking = new LinkedHashSet<>();
    public final List<LineDraft> lines = new ArrayList<>();
    /** Lines of items that replace those of other lines; the document's totals do not count them. */
    public final List<LineDraft> substitutes = new ArrayList<>();

    private final Map<List<Object>, LineDraft> known = new HashMap<>();

    /** Adds a line of a shipment, or adds the quantities of one more package to the line. */
    public void addPackage(LineDraft line) {
        List<Object> identity = line.identity();
        LineDraft before = identity == null ? null : known.putIfAbsent(identity, line);
        if (before == null) {
            lines.add(line);
        } else {
            before.addPackage(line);
        }
    }

    public SupplierOrder order() {
        return new SupplierOrder(
                kind,
                number,
                at,
                sequence,
                orderNumber,
                supplierOrderNumber,
                null,
                status,
                wholeOrder,
                currency,
                expectedOn,
                List.copyOf(tracking),
                Stream.concat(lines.stream(), substitutes.stream())
                        .map(LineDraft::line)
                        .toList(),
                null,
                replaces);
    }
}
