package dev.syncline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the purchase orders of an ERP in step with five suppliers of one format each, and compares every line after that.
 * The production package is one process, the sandbox with suppliers and databases others. Started in the project's folder.
 */
final class Suppliers {
    private static final String CHANGES = "{\"range\":\"changes\"}";
    private static final int LINES = 10;
    private static final List<Supplier> ALL = List.of(
            new Supplier("atlas", "V-00101", "x12"),
            new Supplier("borealis", "V-00102", "edifact"),
            new Supplier("cobalt", "V-00103", "ubl"),
            new Supplier("delta", "V-00104", "cxml"),
            new Supplier("everest", "V-00105", "json"));
    private static final List<String> ROUTES = List.of(
            "systems/erp.camel.yaml",
            "systems/order-book.camel.yaml",
            "systems/catalog.camel.yaml",
            "systems/atlas.camel.yaml",
            "systems/borealis.camel.yaml",
            "systems/cobalt.camel.yaml",
            "systems/delta.camel.yaml",
            "systems/everest.camel.yaml",
            "purchasing");

    private record Supplier(String system, String vendor, String format) {
        String route() {
            return system + "-orders-to-erp";
        }
    }

    private final int orders;
    private final SandboxSuppliers sandbox;
    private final Program syncline;

    private Suppliers(int orders, SandboxSuppliers sandbox, Program syncline) {
        this.orders = orders;
        this.sandbox = sandbox;
        this.syncline = syncline;
    }

    public static void main(String[] args) throws Exception {
        int documents = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        String options = System.getenv().getOrDefault("BENCH_SYNCLINE_OPTS", "-Xmx256m");
        Path project = Path.of("").toAbsolutePath();
        Path out = Files.createDirectories(project.resolve("bench/target"));
        Path target = project.resolve("target");
        Path folder = Files.createTempDirectory(out, "sandbox");
        Path none = RouteFolder.copy(project, Files.createTempDirectory(out, "routes"), List.of());
        Path routes = RouteFolder.copy(project, Files.createTempDirectory(out, "routes"), ROUTES);
        Path heap = out.resolve("suppliers-gc.log");
        Files.deleteIfExists(heap);
        List<String> all = new ArrayList<>(List.of(options.split(" +")));
        all.add("-Xlog:gc:file=" + heap);
        try (SandboxSuppliers sandbox = SandboxSuppliers.start(
                        target.resolve("sandbox-app"), folder, none, out.resolve("sandbox.log"));
                Program syncline = Program.start(
                        target.resolve("quarkus-app"),
                        all,
                        with(sandbox.environment(), "SYNCLINE_ROUTES", routes.toString()),
                        out.resolve("suppliers.log"))) {
            System.out.printf(
                    "%,d documents, %d processors, Java %s, Syncline with %s%n",
                    documents, Runtime.getRuntime().availableProcessors(), Runtime.version(), options);
            new Suppliers(documents / ALL.size(), sandbox, syncline).run(out);
            System.out.printf(
                    "Most memory of Syncline's process: %s, of its heap %d MB before and %d MB after a collection%n",
                    syncline.peakMemory(), Heap.most(heap, 1), Heap.most(heap, 2));
        }
    }

    private void run(Path out) throws Exception {
        for (Supplier supplier : ALL) {
            syncline.ask("PUT", "/api/vendors/" + supplier.vendor() + "/auto-sync", "{\"enabled\":true}");
        }
        sandbox.order(orders * ALL.size());
        sandbox.settle();
        JsonNode book = syncline.run("erp-purchase-orders-to-order-book", CHANGES);
        System.out.printf("%-34s %6.1f s%n", "ERP's orders to the order book", Program.seconds(book));
        poke("{\"action\":\"confirm-part\",\"quantity\":1}");
        for (Supplier supplier : ALL) {
            Path documents = Files.createDirectories(out.resolve("documents"));
            Files.writeString(documents.resolve(supplier.format()), sandbox.documents(supplier.system()));
        }
        for (Supplier supplier : ALL) {
            sandbox.settle();
            check(supplier, syncline.run(supplier.route(), CHANGES), "confirmed in part");
        }
        compare();
        poke("{\"action\":\"ship\"}");
        sandbox.settle();
        Map<Supplier, Long> runs = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (Supplier supplier : ALL) {
            runs.put(supplier, syncline.trigger(supplier.route(), CHANGES));
        }
        for (Map.Entry<Supplier, Long> run : runs.entrySet()) {
            check(run.getKey(), syncline.end(run.getValue()), "shipped, all at once");
        }
        print("all", "shipped, all at once", orders * ALL.size(), (System.nanoTime() - start) / 1e9);
        compare();
    }

    private void poke(String action) throws IOException, InterruptedException {
        for (Supplier supplier : ALL) {
            sandbox.poke(supplier.system(), action, orders);
        }
    }

    private void check(Supplier supplier, JsonNode run, String what) {
        if (run.path("counts").path("updated").asInt() != orders) {
            throw new IllegalStateException("The run did not update every order: " + run);
        }
        print(supplier.format(), what, orders, Program.seconds(run));
    }

    private static void print(String format, String what, int documents, double seconds) {
        System.out.printf(
                "%-8s %-22s %6.1f s %,8.0f documents/s %,9.0f lines/s%n",
                format, what, seconds, documents / seconds, documents * LINES / seconds);
    }

    private void compare() throws Exception {
        System.out.printf("%,d lines in the ERP are as their suppliers have them%n", sandbox.compare());
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return more;
    }
}
