package dev.syncline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * The loop that one writes by hand: a cursor, JSON in batches, four connections to the target, and nothing kept of any
 * record. No program that keeps statuses can be faster; it is the limit that others are measured by.
 */
record Loop(DataSource source, Sink sink) implements Contender {
    private static final int BATCH = 500;
    private static final int FETCH = 2000;
    private static final int CONNECTIONS = 4;
    private static final JsonFactory JSON = new JsonFactory();
    static final String[] FIELDS = {
        "vendorNo",
        "name",
        "email",
        "phone",
        "taxId",
        "street",
        "city",
        "postalCode",
        "country",
        "currency",
        "paymentTerms",
        "status",
        "creditLimit",
        "notes"
    };
    private static final int CREDIT_LIMIT = 12;

    @Override
    public String name() {
        return "hand-written loop";
    }

    @Override
    public void forget() {}

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    public double move(Case what) throws Exception {
        long start = System.nanoTime();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        Queue<Future<?>> sent = new ArrayDeque<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(Source.QUERY)) {
                byte[] batch;
                while ((batch = batch(rows)) != null) {
                    byte[] body = batch;
                    if (sent.size() == 2 * CONNECTIONS) {
                        sent.remove().get();
                    }
                    sent.add(senders.submit(() -> send(client, body)));
                }
            }
            for (Future<?> last : sent) {
                last.get();
            }
        } finally {
            senders.shutdownNow();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The next rows; null when there are no more. */
    private static byte[] batch(ResultSet rows) throws SQLException, IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
        int count = 0;
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            while (count < BATCH && rows.next()) {
                json.writeStartObject();
                json.writeStringField("key", rows.getString(1));
                json.writeStringField("operation", "upsert");
                json.writeObjectFieldStart("data");
                for (int i = 0; i < FIELDS.length; i++) {
                    json.writeFieldName(FIELDS[i]);
                    if (i == CREDIT_LIMIT) {
                        json.writeNumber(rows.getBigDecimal(i + 1));
                    } else {
                        json.writeString(rows.getString(i + 1));
                    }
                }
                json.writeEndObject();
                json.writeEndObject();
                count++;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return count == 0 ? null : body.toByteArray();
    }

    private Void send(HttpClient client, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sink.url() + "/vendors/batch"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IOException("The sink answered " + status);
        }
        return null;
    }
}
