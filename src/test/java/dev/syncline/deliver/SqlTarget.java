package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.page.Row;
import dev.syncline.page.RowChange;
import dev.syncline.record.Action;
import dev.syncline.record.Hashes;
import dev.syncline.record.Known;
import dev.syncline.record.RecordState;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.WriteMapping;
import dev.syncline.system.SqlWork;
import dev.syncline.value.ValueText;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A SQL target without a program around it: writes records as the program does, one session for each. */
public final class SqlTarget {
    private static final UUID HASH = new UUID(1, 1);

    private final DataSource source;
    private final WriteMapping mapping;
    private final List<String> key;

    public SqlTarget(DataSource source, String write, String... key) {
        this.source = source;
        this.mapping = WriteMapping.of(write);
        this.key = List.of(key);
    }

    WriteMapping mapping() {
        return mapping;
    }

    /** What a reconciliation asks of it. */
    public HeldValues held() {
        return new ColumnValues(mapping, ZoneId.of("Europe/Berlin"), source::getConnection, new ColumnValues.Calls() {
            @Override
            public <T> T call(SqlWork<T> work) throws SQLException {
                return work.done();
            }
        });
    }

    /** A record that the target never had. */
    public Answer write(String key, String content) throws SQLException {
        return write(Verdict.UPSERT, key, content, null, null, null);
    }

    /**
     * @param base the version that the content was made for; null for none
     * @param ref what was remembered when the record was delivered before; null where it was not
     * @param delivered what was delivered then; null where that is not known
     */
    Answer write(Verdict verdict, String key, String content, String base, String ref, String delivered)
            throws SQLException {
        return write(record(verdict, key, content, base, ref, RecordStatus.SUCCESS), delivered);
    }

    Answer write(Judged record, String delivered) throws SQLException {
        try (SqlSession session = new SqlSession(source.getConnection())) {
            SqlContent tables = SqlContent.open(session, mapping, ZoneId.of("Europe/Berlin"));
            SqlGuard guard =
                    new SqlGuard(tables, any -> Optional.ofNullable(delivered).map(SqlTarget::json));
            return new SqlAnswers(session, new SqlDelivery(session, tables, guard, this.key), new TargetAccepted())
                    .answer(record, new SqlProgress(List.of(new Delivery(record))));
        }
    }

    /** Several records as a batch, which goes on with another connection when one breaks off. */
    List<Answer> batch(String... contents) throws SQLException {
        List<Judged> records = new ArrayList<>();
        for (String content : contents) {
            records.add(record(Verdict.UPSERT, "" + records.size(), content, null, null, RecordStatus.SUCCESS));
        }
        return batch(records);
    }

    List<Answer> batch(List<Judged> records) throws SQLException {
        List<Delivery> deliveries = records.stream().map(Delivery::new).toList();
        SqlProgress progress = new SqlProgress(deliveries);
        for (int breaks = 0; ; breaks++) {
            try (SqlSession session = new SqlSession(source.getConnection())) {
                SqlContent tables = SqlContent.open(session, mapping, ZoneId.of("Europe/Berlin"));
                SqlAnswers answers =
                        new SqlAnswers(session, new SqlDelivery(session, tables, null, key), new TargetAccepted());
                for (Judged next = progress.next(); next != null; next = progress.next()) {
                    progress.answered(answers.answer(next, progress));
                }
                return deliveries.stream().map(Delivery::answer).toList();
            } catch (SQLException e) {
                if (breaks > 50) {
                    throw e;
                }
                progress.hasAdvanced();
            }
        }
    }

    /** Connections of a user whose rights a test restricts. */
    static DataSource as(Callable<Connection> connection) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, values) -> connection.call());
    }

    private record Base(String base) implements RowChange {
        @Override
        public RowChange withoutBase() {
            return new Base(null);
        }

        @Override
        public List<String> changed() {
            return List.of();
        }

        @Override
        public boolean isCancellation() {
            return false;
        }

        @Override
        public boolean isCreation() {
            return false;
        }

        @Override
        public boolean isOwed() {
            return false;
        }
    }

    static Judged record(Verdict verdict, String key, String content, String base, String ref, RecordStatus status) {
        Known known = ref == null
                ? null
                : new Known(
                        new RecordState(status, Action.UPDATED, false, null),
                        new Hashes(HASH, HASH, null, null),
                        ref,
                        1L,
                        1,
                        1,
                        false);
        Row row = new Row(key, null, Map.of(), false, null, base == null ? null : new Base(base));
        return JudgedRecords.of(verdict, key, row, known, content.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        return ValueText.json(text);
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query, each with its columns as text and bars between. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
