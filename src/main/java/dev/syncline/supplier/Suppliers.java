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

/** Finds suppliers by the files of their systems, and the readers of their documents. */
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

    /** Returns the supplier that is the vendor. */
    public Optional<Supplier> ofVendor(String vendor) {
        return all().values().stream()
                .filter(supplier -> supplier.vendor().equals(vendor))
                .findFirst();
    }

    /**
     * Returns all suppliers by the names of their systems.
     *
     * @throws dev.syncline.route.RoutesNotLoaded before all files are loaded; nothing is cached then
     */
    public Map<String, Supplier> all() {
        if (known == null) {
            known = catalog.having(TELLING).values().stream()
                    .map(Supplier::of)
                    .collect(Collectors.toMap(Supplier::system, Function.identity()));
        }
        return known;
    }

    /** Returns the routes that read from the supplier. */
    public List<SyncRoute> routesOf(Supplier supplier) {
        return catalog.all().stream()
                .filter(route -> route.source().equals(supplier.system()))
                .toList();
    }

    /**
     * Returns the reader of the supplier's format.
     *
     * @throws IllegalStateException if the supplier's file names an unknown format
     */
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
