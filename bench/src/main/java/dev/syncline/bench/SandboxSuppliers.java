package dev.syncline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A package with the sandbox in a process of its own: five suppliers, a catalog, and the ERP's database. */
final class SandboxSuppliers implements AutoCloseable {
    private static final String USER = "postgres";

    private static final String OF_SUPPLIERS =
            """
            select o.number collate "C" as number, (l ->> 'line')::int as line,
                   trim_scale((l #>> '{quantities,ordered}')::numeric),
                   trim_scale((l #>> '{quantities,confirmed}')::numeric),
                   trim_scale((l #>> '{quantities,shipped}')::numeric),
                   trim_scale((l #>> '{quantities,backOrdered}')::numeric),
                   trim_scale((l #>> '{quantities,cancelled}')::numeric),
                   trim_scale((l ->> 'unitCost')::numeric), o.content ->> 'supplierNumber'
            from supplier_order o, jsonb_array_elements(o.content -> 'lines') l
            order by 1, 2""";
    private static final String OF_ERP =
            """
            select o.order_no collate "C" as number, l.line_no, trim_scale(l.ordered), trim_scale(l.confirmed),
                   trim_scale(l.shipped), trim_scale(l.back_ordered), trim_scale(l.cancelled), trim_scale(l.unit_cost),
                   o.supplier_order_no
            from purchase_orders o join purchase_order_lines l on l.order_no = o.order_no
            where length(o.order_no) = 8 and o.order_no > '%s'
            order by 1, 2""";

    private final Program program;
    private final String server;
    /** The ERP has orders from the beginning; those that are measured come behind them. */
    private final String lastBefore;

    private SandboxSuppliers(Program program, String server) throws SQLException {
        this.program = program;
        this.server = server;
        try (Connection connection = connect("erp");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(order_no) from purchase_orders")) {
            row.next();
            lastBefore = row.getString(1);
        }
    }

    /** @param routes a folder with the template and no route, so that only the other program moves anything */
    static SandboxSuppliers start(Path app, Path folder, Path routes, Path log)
            throws IOException, InterruptedException, SQLException {
        Map<String, String> environment = Map.of(
                "SYNCLINE_SANDBOX_DATA", folder.toString(),
                "SYNCLINE_SANDBOX_FIRST_SYNC", "false",
                "SYNCLINE_ROUTES", routes.toString());
        Program program = Program.start(app, List.of("-Xmx512m"), environment, log);
        String port = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        SandboxSuppliers sandbox = new SandboxSuppliers(program, "jdbc:postgresql://localhost:" + port + "/");
        try (Connection connection = sandbox.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database hub");
        }
        return sandbox;
    }

    /** What a program must know to work with these suppliers and their ERP. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", server + "hub",
                "QUARKUS_DATASOURCE_USERNAME", USER,
                "QUARKUS_DATASOURCE_PASSWORD", USER,
                "SYNCLINE_SYSTEMS_ERP_JDBC_URL", server + "erp",
                "SYNCLINE_SYSTEMS_ERP_USERNAME", USER,
                "SYNCLINE_SYSTEMS_ERP_PASSWORD", USER));
        for (String system : List.of("atlas", "borealis", "cobalt", "delta", "everest", "catalog")) {
            String prefix = "SYNCLINE_SYSTEMS_" + system.toUpperCase();
            environment.put(prefix + "_URL", program.url() + "/sandbox/" + system);
            environment.put(prefix + "_TOKEN", system + "-token");
        }
        return environment;
    }

    /** Adds orders of about ten lines to the ERP, spread over the suppliers. */
    void order(int orders) throws IOException, InterruptedException {
        program.ask("POST", "/sandbox/erp/purchase-orders?generate=" + orders, "");
    }

    /** Has a supplier do something with so many orders, each with a document; {@code action} is the body of the poke. */
    void poke(String supplier, String action, int orders) throws IOException, InterruptedException {
        String answer = program.ask(
                "POST", "/sandbox/suppliers/" + supplier + "/orders?count=" + orders + "&after=" + lastBefore, action);
        if (!answer.contains(":" + orders + "}")) {
            throw new IllegalStateException("Not every order of " + supplier + " was told of: " + answer);
        }
    }

    /** A page of documents as the supplier sends them. */
    String documents(String supplier) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(program.url() + "/sandbox/" + supplier + "/documents?limit=100"))
                .header("Authorization", "Bearer " + supplier + "-token")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /**
     * Goes through all lines on both sides.
     *
     * @return how many there are
     * @throws IllegalStateException when one in the ERP is not as its supplier has it
     */
    int compare() throws SQLException {
        try (Connection theirs = connect("sandbox");
                Connection ours = connect("erp");
                ResultSet supplier = rows(theirs, OF_SUPPLIERS);
                ResultSet erp = rows(ours, OF_ERP.formatted(lastBefore))) {
            int lines = 0;
            while (supplier.next()) {
                if (!erp.next()) {
                    throw new IllegalStateException("The ERP does not have order " + supplier.getString(1));
                }
                for (int column = 1; column <= 9; column++) {
                    if (!Objects.equals(supplier.getString(column), erp.getString(column))) {
                        throw new IllegalStateException("Order " + supplier.getString(1) + " line "
                                + supplier.getString(2) + ": column " + column + " is " + supplier.getString(column)
                                + " at the supplier, " + erp.getString(column) + " in the ERP (order "
                                + erp.getString(1) + ")");
                    }
                }
                lines++;
            }
            if (erp.next()) {
                throw new IllegalStateException("The ERP has order " + erp.getString(1) + ", which no supplier has");
            }
            return lines;
        }
    }

    /** Writes out what earlier work left behind, so that it does not fall into the next measurement. */
    void settle() throws SQLException {
        for (String database : List.of("hub", "erp")) {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
    }

    private static ResultSet rows(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        statement.setFetchSize(1_000);
        return statement.executeQuery(sql);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, USER, USER);
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
