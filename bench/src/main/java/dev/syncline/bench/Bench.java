package dev.syncline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves the same vendors from PostgreSQL to an HTTP sink with each program in turn, round after round, and prints the
 * ratios. Started in the project's folder.
 */
final class Bench {
    /** Records that each program moves before anything is counted. */
    private static final int WARM_UP = 300_000;

    private static final List<String> ROUTES =
            List.of("systems/erp.camel.yaml", "systems/relay.camel.yaml", "vendors/erp-vendors-to-relay.camel.yaml");

    private final int records;
    private final Database database;
    private final Source source;
    private final Sink sink;
    private final List<Contender> contenders;
    private int version;

    private Bench(int records, Database database, Source source, Sink sink, List<Contender> contenders) {
        this.records = records;
        this.database = database;
        this.source = source;
        this.sink = sink;
        this.contenders = contenders;
    }

    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        boolean withFigures = args.length == 0 || args.length == 3 && args[2].equals("figures");
        Path out = Files.createDirectories(Path.of("").toAbsolutePath().resolve("bench/target"));
        try (Database database = Database.start(out.resolve("postgres.log"));
                Sink sink = new Sink()) {
            Source source = new Source(database);
            source.create();
            String options = System.getenv().getOrDefault("BENCH_SYNCLINE_OPTS", "-Xmx256m");
            try (Syncline syncline = start(database, sink, options, out)) {
                Loop loop = new Loop(database.dataSource(Database.SOURCE), sink);
                Bench bench = new Bench(
                        records, database, source, sink, List.of(loop, new SpringBatch(database, sink), syncline));
                System.out.printf(
                        "%,d records, %d rounds, %d processors, Java %s, Syncline with %s%n",
                        records, rounds, Runtime.getRuntime().availableProcessors(), Runtime.version(), options);
                bench.run(rounds).print(loop.name());
                System.out.printf("%nMost memory of Syncline's process: %s%n%n", syncline.peakMemory());
                if (withFigures) {
                    new Figures(database, source, syncline).print();
                }
            }
            if (withFigures) {
                try (Syncline small = start(database, sink, "-Xmx192m", out)) {
                    double seconds = new Figures(database, source, small).load(5_000_000);
                    System.out.printf(
                            "5,000,000 rows with -Xmx192m         %8.1f s    %,.0f records/s, most memory %s%n",
                            seconds, 5_000_000 / seconds, small.peakMemory());
                }
            }
        }
    }

    private static Syncline start(Database database, Sink sink, String options, Path out)
            throws IOException, InterruptedException {
        Path project = Path.of("").toAbsolutePath();
        return Syncline.start(
                database,
                sink,
                List.of(options.split(" +")),
                project.resolve("target/quarkus-app"),
                RouteFolder.copy(project, Files.createTempDirectory(out, "routes"), ROUTES),
                out.resolve("syncline.log"));
    }

    private Results run(int rounds) throws Exception {
        for (int n = 0; n < 2; n++) { // in turn, as what the compiler learns from one case it forgets in the other
            round(Math.min(records, WARM_UP), new Results(), "warm-up");
        }
        Results results = new Results();
        for (int round = 1; round <= rounds; round++) {
            round(records, results, "round " + round);
        }
        return results;
    }

    private void round(int size, Results results, String title) throws Exception {
        for (Contender contender : contenders) {
            contender.forget();
        }
        for (Case what : Case.values()) {
            if (what != Case.NOTHING_CHANGED) {
                source.fill(size, version++);
            }
            for (Contender contender : contenders) {
                database.settle();
                sink.expect(what);
                double seconds = contender.move(what);
                long wanted = what == Case.NOTHING_CHANGED && contender.compares() ? 0 : size;
                if (sink.records() != wanted) {
                    throw new IllegalStateException(
                            contender.name() + " sent " + sink.records() + " records instead of " + wanted);
                }
                results.add(what, contender.name(), size / seconds);
                System.out.printf(
                        "%-8s %-18s %-20s %6.1f s %,10.0f records/s%n",
                        title, what.title(), contender.name(), seconds, size / seconds);
            }
        }
    }
}
