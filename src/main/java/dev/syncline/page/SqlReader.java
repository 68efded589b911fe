package dev.syncline.page;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.sql.SourceState;
import dev.syncline.system.HubFailure;
import dev.syncline.system.SqlGate;
import dev.syncline.system.outage.CallState;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads the pages of SQL systems for the template {@code sql-read}. */
@ApplicationScoped
@Named("sqlReader")
@RegisterForReflection
public class SqlReader {
    private static final Duration LOOKS = Duration.ofSeconds(15);

    private final SqlGate gate;
    private final Catalog catalog;
    private final Horizons horizons;
    private final Shapes shapes;
    private final SqlPages pages = new SqlPages();
    private final Duties duties;
    private Duty duty;

    SqlReader(SqlGate gate, Catalog catalog, Horizons horizons, Shapes shapes, Duties duties) {
        this.gate = gate;
        this.catalog = catalog;
        this.horizons = horizons;
        this.shapes = shapes;
        this.duties = duties;
    }

    @PostConstruct
    void start() {
        duty = duties.repeat("sql-cursors", LOOKS, LOOKS, pages::closeIdle);
    }

    @PreDestroy
    void stop() {
        duty.stop();
        pages.close();
    }

    /** The request makes the calls of this exchange. */
    public void begin(@Body ReadRequest request, Exchange exchange) {
        CallState calls = new CallState();
        calls.begin(request.system(catalog.get(request.route())), request.part());
        SystemCaller.set(exchange, () -> calls);
    }

    /**
     * @throws Drift when the source gives less than it did
     * @throws ChangedSource when it gives what it gave in another way, or refuses a query that it answered before
     * @throws InvalidSource when the query lacks a column that the route names, or the source refuses it, or cannot work
     *     out a value of it
     * @throws java.sql.SQLException when the source cannot be reached or breaks off
     */
    public Page read(@Body ReadRequest request) throws SQLException {
        SyncRoute route = catalog.get(request.route());
        String system = request.system(route);
        try {
            return gate.read(
                    system,
                    request.part(),
                    () -> pages.read(
                            query(route, request),
                            gate.connections(system, request.part()),
                            memory(system, request),
                            request));
        } catch (SQLException e) {
            if (InvalidSource.isOfValue(e)) {
                throw InvalidSource.value(route.id(), system, e);
            }
            throw e;
        }
    }

    private SourceMemory memory(String system, ReadRequest request) {
        return new SourceMemory() {
            @Override
            public Instant horizon(SourceState state) {
                try {
                    return horizons.of(system, state);
                } catch (SQLException e) {
                    throw new HubFailure(e);
                }
            }

            @Override
            public void shape(SqlQuery query, SqlShape shape) {
                if (request.side() == Side.SOURCE) {
                    FieldNames.check(catalog.get(request.route()), shape.labels());
                    try {
                        shapes.check(query.route(), request.depth(), query.definition(), shape.fields(), shape.fixed());
                    } catch (SQLException e) {
                        throw new HubFailure(e);
                    }
                }
            }

            @Override
            public boolean knows(SqlQuery query) {
                try {
                    return request.side() == Side.SOURCE
                            && shapes.knows(query.route(), request.depth(), query.definition());
                } catch (SQLException e) {
                    throw new HubFailure(e);
                }
            }
        };
    }

    private static SqlQuery query(SyncRoute route, ReadRequest request) {
        if (request.side() == Side.TARGET) {
            return new SqlQuery(route.id(), route.targetQuery(), route.key(), "", "", route.json(), route.zone());
        }
        String sql = request.depth() == Depth.DEEP && !route.deepQuery().isBlank() ? route.deepQuery() : route.query();
        return new SqlQuery(
                route.id(),
                sql,
                route.key(),
                route.changes().changedAt(),
                route.changes().rangeBy(),
                route.json(),
                route.zone(),
                route.changes().format());
    }
}
