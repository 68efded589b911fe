package dev.syncline.extension;

import dev.syncline.page.Mark;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An extension that has nothing to do with purchase orders: it changes names, holds a record, and tells of its calls. */
@ApplicationScoped
@Named("followed-pages")
class FollowedPages implements PageExtension {
    private static final String STATUSES = "select count(*) from sync_record where key = any (?)";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean isUnableToRecord;
    private volatile boolean isComparable;

    List<String> calls() {
        return List.copyOf(calls);
    }

    void reset(boolean isUnable, boolean isComparable) {
        calls.clear();
        isUnableToRecord = isUnable;
        this.isComparable = isComparable;
    }

    @Override
    public Page prepare(Page page, RunContext run) {
        List<Row> rows = new ArrayList<>();
        for (Row row : page.rows()) {
            Map<String, Object> fields = new LinkedHashMap<>(row.fields());
            fields.computeIfPresent("name", (field, name) -> "prepared " + name);
            Mark mark = "prepared held".equals(fields.get("name")) ? Mark.held("It is not approved yet") : null;
            rows.add(new Row(row.key(), row.changedAt(), fields, row.deleted(), mark, null));
        }
        return page.with(rows, List.of());
    }

    @Override
    public void beforeSending(RunContext run, List<PageRecord> records) {
        calls.add("before sending " + names(records));
    }

    @Override
    public void recorded(Connection hub, RecordedPage page) throws SQLException {
        if (isUnableToRecord) {
            throw new SQLException("it cannot be recorded");
        }
        calls.add("recorded " + names(page.inStep()) + " with " + statuses(hub, page.inStep()) + " statuses");
    }

    /** Those of the page are not committed yet, and seen by its transaction alone. */
    private static int statuses(Connection hub, List<PageRecord> records) throws SQLException {
        try (PreparedStatement select = hub.prepareStatement(STATUSES)) {
            select.setArray(
                    1,
                    hub.createArrayOf(
                            "text", records.stream().map(PageRecord::key).toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<Object> names(List<PageRecord> records) {
        return records.stream().map(record -> record.row().fields().get("name")).toList();
    }

    @Override
    public boolean dependsOnTarget() {
        return !isComparable;
    }

    @Override
    public boolean preparesWholeRecords() {
        return true;
    }
}
