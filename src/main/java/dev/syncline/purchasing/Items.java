package dev.syncline.purchasing;

import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.RunContext;
import dev.syncline.purchasing.Settlement.Pair;
import dev.syncline.supplier.OrderState;
import dev.syncline.supplier.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds items that an order in the ERP does not have: in the ERP by its own number, the vendor's at that vendor, or the
 * GTIN, and if it does not know them, in the catalog of the supplier. What the supplier, or its catalog, calls 1001 is not
 * our product 1001.
 */
@ApplicationScoped
class Items {
    private final Ends ends;

    Items(Ends ends) {
        this.ends = ends;
    }

    /**
     * @param products the route whose target holds the ERP's products, found there by their number, by
     *     {@code <vendor>/<vendor's number>} or by {@code gtin:<GTIN>}, and which gives the field {@code product}; empty
     *     where the ERP is not asked
     * @return by the line, what is known of its item; lines whose item nobody knows are not in it
     */
    Map<Pair, Item> find(RunContext run, Supplier supplier, String products, Collection<Pair> lines) throws Exception {
        Map<Pair, Item> found = new IdentityHashMap<>();
        if (lines.isEmpty()) {
            return found;
        }
        if (!products.isEmpty()) {
            Set<String> references = new LinkedHashSet<>();
            lines.forEach(line -> references(supplier, line.said()).forEach(references::add));
            var known = ends.read(run, products, Side.TARGET, references);
            for (Pair line : lines) {
                references(supplier, line.said())
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(product -> found.put(line, new Item(ErpOrder.text(product.get("product")), null)));
            }
        }
        List<Pair> unknown =
                lines.stream().filter(line -> !found.containsKey(line)).toList();
        if (!unknown.isEmpty() && !supplier.catalog().isEmpty()) {
            lookUp(run, supplier, products, unknown, found);
        }
        return found;
    }

    private void lookUp(RunContext run, Supplier supplier, String products, List<Pair> lines, Map<Pair, Item> found)
            throws Exception {
        Set<String> numbers = new LinkedHashSet<>();
        lines.forEach(line -> numbers(line.said()).forEach(numbers::add));
        if (numbers.isEmpty()) {
            return;
        }
        var known = ends.read(run, supplier.catalog(), Side.SOURCE, numbers);
        known.forEach((number, product) -> product.putIfAbsent("item", number));
        var taken = products.isEmpty() || known.isEmpty()
                ? Map.<String, Map<String, Object>>of()
                : ends.read(
                        run,
                        products,
                        Side.TARGET,
                        known.values().stream().map(Items::number).distinct().toList());
        for (Pair line : lines) {
            numbers(line.said())
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .filter(product -> isFree(product, taken.get(number(product))))
                    .ifPresent(product -> {
                        Map<String, Object> created = new LinkedHashMap<>(product);
                        created.put("vendor", supplier.vendor());
                        created.put("supplierItem", line.said().supplierItem());
                        found.put(line, new Item(number(product), created));
                    });
        }
    }

    private static String number(Map<String, Object> product) {
        return ErpOrder.text(product.get("item"));
    }

    /** Whether the ERP does not have the number for another article, as far as GTIN and name tell. */
    private static boolean isFree(Map<String, Object> product, Map<String, Object> there) {
        if (there == null) {
            return true;
        }
        Object gtin = there.get("gtin");
        return gtin != null && product.get("gtin") != null
                ? gtin.equals(product.get("gtin"))
                : there.get("name") != null && there.get("name").equals(product.get("name"));
    }

    private static Stream<String> references(Supplier supplier, OrderState.Line line) {
        return Stream.of(
                        line.item(),
                        line.supplierItem() == null ? null : supplier.vendor() + "/" + line.supplierItem(),
                        line.gtin() == null ? null : "gtin:" + line.gtin())
                .filter(Objects::nonNull);
    }

    private static Stream<String> numbers(OrderState.Line line) {
        return Stream.of(line.supplierItem(), line.item(), line.gtin()).filter(Objects::nonNull);
    }
}
