package dev.syncline.supplier;

import dev.syncline.document.DocumentReader;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The suppliers there are, by the files of their systems, and who reads their documents. */
@ApplicationScoped
public class Suppliers {
    private static final Set<String> TELLING = Set.of("system", "vendor", "format", "orderCall");

    private final Catalog catalog;
    private final Map<String, DocumentReader> readers;
    private volatile Map<String, Supplier> known;

    public Suppliers(Catalog catalog, Instance<DocumentReader> readers) {
        this.catalog = catalog;
        this.readers = readers.stream().collect(Collectors.toMap(DocumentReader::format, Function.identity()));
    }

    public Optional<Supplier> find(String system) {
        return Optional.ofNullable(all().get(system));
    }

    /** The supplier that is this vendor. */
    public Optional<Supplier> ofVendor(String vendor) {
        return all().values().stream()
                .filter(supplier -> supplier.vendor().equals(vendor))
                .findFirst();
    }

    /**
     * All suppliers by the names of their systems.
     *
     * @throws dev.syncline.route.RoutesNotLoaded before all files are loaded: nothing is kept of what is there by then
     */
    public Map<String, Supplier> all() {
        if (known == null) {
            known = catalog.having(TELLING).values().stream()
                    .map(Supplier::of)
                    .collect(Collectors.toMap(Supplier::system, Function.identity()));
        }
        return known;
    }

    /** The routes that bring the supplier's orders to where they belong. */
    public List<SyncRoute> routesOf(Supplier supplier) {
        return catalog.all().stream()
                .filter(route -> route.source().equals(supplier.system()))
                .toList();
    }

    /** @throws IllegalStateException when the supplier's file names a format that there is not */
    public DocumentReader readerOf(Supplier supplier) {
        DocumentReader reader = readers.get(supplier.format());
        if (reader == null) {
            throw new IllegalStateException("System " + supplier.system() + " has the format '" + supplier.format()
                    + "', which is unknown. Formats are "
                    + readers.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return reader;
    }
}
