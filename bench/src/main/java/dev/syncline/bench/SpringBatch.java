package dev.syncline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Spring Batch as its guide has it: a cursor reader, chunks of 500, a writer that sends the chunk to the target and writes
 * a status row for each record, in the chunk's transaction. It compares nothing.
 */
final class SpringBatch implements Contender {
    private static final int CHUNK = 500;
    private static final int FETCH = 2000;
    private static final int CREDIT_LIMIT = 12;
    private static final JsonFactory JSON = new JsonFactory();

    private static final String STATUS =
            """
            insert into item_status (key, status, changed_at, synced_at, job) values (?, 1, ?, now(), ?)
            on conflict (key) do update
            set status = excluded.status, changed_at = excluded.changed_at, synced_at = excluded.synced_at,
                job = excluded.job""";

    private final DataSource source;
    private final Sink sink;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JdbcTemplate hub;
    private final TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    private final JobRepository repository;
    private final DataSourceTransactionManager transactions;
    private long jobs;

    /** A row of the source: its columns, the changed-at last. */
    private record Vendor(Object[] columns) {
        static Vendor of(ResultSet row, int number) throws SQLException {
            Object[] columns = new Object[Loop.FIELDS.length + 1];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = row.getObject(i + 1);
            }
            return new Vendor(columns);
        }

        Object changedAt() {
            return columns[columns.length - 1];
        }
    }

    SpringBatch(Database database, Sink sink) throws Exception {
        this.sink = sink;
        source = database.dataSource(Database.SOURCE);
        database.execute("postgres", "create database " + Database.BATCH);
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(database.url(Database.BATCH));
        connections.setReWriteBatchedInserts(true);
        var pool = new SingleConnectionDataSource(connections.getConnection(), true); // one thread
        hub = new JdbcTemplate(pool);
        transactions = new DataSourceTransactionManager(pool);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                .execute(pool);
        hub.execute(
                """
                create table item_status (key text primary key, status smallint not null, changed_at timestamptz,
                                          synced_at timestamptz, job bigint)""");
        var factory = new JobRepositoryFactoryBean();
        factory.setDataSource(pool);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        repository = factory.getObject();
        launcher.setJobRepository(repository);
        launcher.setTaskExecutor(new SyncTaskExecutor());
        launcher.afterPropertiesSet();
    }

    @Override
    public String name() {
        return "Spring Batch";
    }

    @Override
    public void forget() {
        hub.execute("truncate item_status");
    }

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    public double move(Case what) throws Exception {
        long number = ++jobs;
        JdbcCursorItemReader<Vendor> reader = new JdbcCursorItemReaderBuilder<Vendor>()
                .name("vendors")
                .dataSource(source)
                .sql(Source.QUERY)
                .fetchSize(FETCH)
                .connectionAutoCommit(false)
                .rowMapper(Vendor::of)
                .build();
        reader.afterPropertiesSet();
        ItemWriter<Vendor> writer = chunk -> {
            send(chunk);
            hub.batchUpdate(
                    STATUS,
                    chunk.getItems().stream()
                            .map(vendor -> new Object[] {vendor.columns()[0], vendor.changedAt(), number})
                            .toList());
        };
        Job job = new JobBuilder("vendors", repository)
                .start(new StepBuilder("vendors", repository)
                        .<Vendor, Vendor>chunk(CHUNK, transactions)
                        .reader(reader)
                        .writer(writer)
                        .build())
                .build();
        long start = System.nanoTime();
        JobExecution execution = launcher.run(
                job, new JobParametersBuilder().addLong("number", number).toJobParameters());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            throw new IllegalStateException("Spring Batch: " + execution.getAllFailureExceptions());
        }
        return seconds;
    }

    private void send(Chunk<? extends Vendor> chunk) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            for (Vendor vendor : chunk) {
                json.writeStartObject();
                json.writeStringField("key", vendor.columns()[0].toString());
                json.writeStringField("operation", "upsert");
                json.writeObjectFieldStart("data");
                for (int i = 0; i < Loop.FIELDS.length; i++) {
                    json.writeFieldName(Loop.FIELDS[i]);
                    if (i == CREDIT_LIMIT) {
                        json.writeNumber((java.math.BigDecimal) vendor.columns()[i]);
                    } else {
                        json.writeString((String) vendor.columns()[i]);
                    }
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(sink.url() + "/vendors/batch"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IOException("The sink answered " + status);
        }
    }
}
