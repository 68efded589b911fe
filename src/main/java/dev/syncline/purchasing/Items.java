package dev.syncline.purchasing;

import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.RunContext;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.order.OrderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds items that are not in the ERP's order: in the ERP by its own number, the vendor's number with that vendor, or
 * the GTIN, and otherwise in the catalog of the supplier. A number of the supplier or its catalog is not a product
 * number of the ERP.
 */
@ApplicationScoped
class Items {
    private final KeyedReader ends;

    Items(KeyedReader ends) {
        this.ends = ends;
    }

    /**
     * @param products the route whose target holds the ERP's products, found there by their number, by {@code
     *     <vendor>/<vendor's number>} or by {@code gtin:<GTIN>}, and and which gives the field {@code product}; empty
     *     if the ERP is not asked
     * @param unreadable receives by line why a record that may be its item cannot be read
     * @return the items by line; without lines whose item is unknown
     */
    Map<LinePair, Item> find(
            RunContext run,
            Supplier supplier,
            String products,
            Collection<LinePair> lines,
            Map<LinePair, String> unreadable)
            throws Exception {
        Map<LinePair, Item> found = new IdentityHashMap<>();
        if (lines.isEmpty()) {
            return found;
        }
        if (!products.isEmpty()) {
            Set<String> references = new LinkedHashSet<>();
            lines.forEach(line -> references(supplier, line.said()).forEach(references::add));
            Map<String, String> problems = new HashMap<>();
            var known = ends.read(run, products, Side.TARGET, references, problems);
            for (LinePair line : lines) {
                first(references(supplier, line.said()), line, known, problems, unreadable)
                        .ifPresent(product -> found.put(line, new Item(ErpOrder.text(product.get("product")), null)));
            }
        }
        List<LinePair> unknown = lines.stream()
                .filter(line -> !found.containsKey(line) && !unreadable.containsKey(line))
                .toList();
        if (!unknown.isEmpty() && !supplier.catalog().isEmpty()) {
            lookUp(run, supplier, products, unknown, found, unreadable);
        }
        return found;
    }

    /**
     * Returns the first of these records that exists; if one before it cannot be read, reports that and returns empty.
     */
    private static Optional<Map<String, Object>> first(
            Stream<String> keys,
            LinePair line,
            Map<String, Map<String, Object>> known,
            Map<String, String> problems,
            Map<LinePair, String> unreadable) {
        Optional<String> key = keys.filter(each -> known.containsKey(each) || problems.containsKey(each))
                .findFirst();
        key.map(problems::get).ifPresent(problem -> unreadable.put(line, problem));
        return key.filter(each -> !problems.containsKey(each)).map(known::get);
    }

    private void lookUp(
            RunContext run,
            Supplier supplier,
            String products,
            List<LinePair> lines,
            Map<LinePair, Item> found,
            Map<LinePair, String> unreadable)
            throws Exception {
        Set<String> numbers = new LinkedHashSet<>();
        lines.forEach(line -> numbers(line.said()).forEach(numbers::add));
        if (numbers.isEmpty()) {
            return;
        }
        Map<String, String> problems = new HashMap<>();
        var known = ends.read(run, supplier.catalog(), Side.SOURCE, numbers, problems);
        known.forEach((number, product) -> product.putIfAbsent("item", number));
        Map<String, String> problemsThere = new HashMap<>();
        var taken = products.isEmpty() || known.isEmpty()
                ? Map.<String, Map<String, Object>>of()
                : ends.read(
                        run,
                        products,
                        Side.TARGET,
                        known.values().stream().map(Items::number).distinct().toList(),
                        problemsThere);
        for (LinePair line : lines) {
            first(numbers(line.said()), line, known, problems, unreadable)
                    .filter(product -> {
                        String problem = problemsThere.get(number(product));
                        if (problem != null) {
                            unreadable.put(line, problem);
                        }
                        return problem == null;
                    })
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

    /** Returns whether the ERP does not use the number for another article, judged by GTIN and name. */
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
