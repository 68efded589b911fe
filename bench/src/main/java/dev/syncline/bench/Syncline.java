package dev.syncline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The packaged program. It stays up over all rounds, as in production. */
final class Syncline implements Contender, AutoCloseable {
    private static final String ROUTE = "erp-vendors-to-relay";

    private final Database database;
    private final Program program;

    private Syncline(Database database, Program program) {
        this.database = database;
        this.program = program;
    }

    /**
     * @param options of its virtual machine
     * @param routes folder of the route files
     */
    static Syncline start(Database database, Sink sink, List<String> options, Path app, Path routes, Path log)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(Database.HUB),
                "QUARKUS_DATASOURCE_USERNAME", Database.USER,
                "QUARKUS_DATASOURCE_PASSWORD", Database.USER,
                "SYNCLINE_SYSTEMS_ERP_JDBC_URL", database.url(Database.SOURCE),
                "SYNCLINE_SYSTEMS_ERP_USERNAME", Database.USER,
                "SYNCLINE_SYSTEMS_ERP_PASSWORD", Database.USER,
                "SYNCLINE_SYSTEMS_RELAY_URL", sink.url(),
                "SYNCLINE_SYSTEMS_RELAY_TOKEN", UUID.randomUUID().toString(),
                "SYNCLINE_ROUTES", routes.toString());
        return new Syncline(database, Program.start(app, options, environment, log));
    }

    @Override
    public String name() {
        return "Syncline";
    }

    @Override
    public void forget() throws SQLException {
        database.execute(
                Database.HUB,
                "truncate sync_record, sync_payload, sync_document_log",
                """
                update sync_route set watermark = null, watermark_unit = null, success = 0, failed = 0, blocked = 0,
                                      on_hold = 0, in_progress = 0""");
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public double move(Case what) throws IOException, InterruptedException {
        JsonNode run = run(
                "{\"range\":\"all\",\"depth\":\"%s\"}".formatted(what == Case.NOTHING_CHANGED ? "deep" : "shallow"));
        long read = run.path("counts").path("read").asLong();
        if (run.path("counts").path(what.answer()).asLong() != read) {
            throw new IllegalStateException("The run did not do what it should: " + run);
        }
        return Program.seconds(run);
    }

    /**
     * Triggers a run and waits for its end.
     *
     * @param order body of the trigger
     * @throws IllegalStateException when it is no success
     */
    JsonNode run(String order) throws IOException, InterruptedException {
        return program.run(ROUTE, order);
    }

    /** Triggers a run; the answer comes when it has ended. */
    HttpResponse<String> runAndWait(String order) throws IOException, InterruptedException {
        return program.call("POST", "/api/routes/" + ROUTE + "/runs?wait=30", order);
    }

    String peakMemory() throws IOException {
        return program.peakMemory();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return program.call("GET", path, "");
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
