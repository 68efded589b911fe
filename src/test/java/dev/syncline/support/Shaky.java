package dev.syncline.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * The ledger's routes to systems that are all the sandbox's relay, each with limits of its own: {@code relay} with the
 * defaults, {@code hasty} with short time-outs and little patience, {@code limited} by a rate limit, {@code stranger}
 * with a wrong token, {@code closed} for a test that closes it, {@code quiet} for one that asks for an hour of rest,
 * {@code registry} that can only create; and {@code nobody}, where nothing listens. {@code slow} is the ledger, without patience for slow
 * queries, {@code sleepy} is it with all patience for them. {@link Mirror} is a database that is written to.
 */
public class Shaky implements QuarkusTestProfile {
    private static final String LEDGER = "${syncline.systems.erp.jdbc-url}?currentSchema=ledger";
    private static final String RELAY = "${syncline.systems.relay.url}";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>();
        config.put("syncline.routes", routes().folder());
        for (String system : new String[] {"ledger", "slow", "sleepy"}) {
            set(config, system, "jdbc-url", LEDGER);
            set(config, system, "username", "${syncline.systems.erp.username}");
            set(config, system, "password", "${syncline.systems.erp.password}");
        }
        set(config, "slow", "query-timeout", "PT1S");
        set(config, "sleepy", "timeout", "PT1S");
        for (String system : new String[] {"hasty", "limited", "stranger", "closed", "quiet", "registry"}) {
            set(config, system, "url", RELAY);
            set(config, system, "token", "${syncline.systems.relay.token}");
        }
        set(config, "hasty", "timeout", "PT1S");
        set(config, "hasty", "patience", "PT4S");
        set(config, "hasty", "longest-pause", "PT1S");
        set(config, "hasty", "longest-answer", "20K");
        set(config, "limited", "rate-limit", "5/s");
        set(config, "stranger", "token", "wrong");
        set(config, "nobody", "url", "http://localhost:1");
        set(config, "nobody", "patience", "PT1S");
        Mirror.systems(config);
        return config;
    }

    private static void set(Map<String, String> config, String system, String setting, String value) {
        config.put("syncline.systems." + system + "." + setting, value);
    }

    private static RouteSet routes() {
        RouteSet routes = RouteSet.of("faults");
        Book.route(routes, "waits", "changedAt", "touched", "batchSize", "10", "concurrency", "2");
        Book.route(routes, "turns", "changedAt", "touched", "batchSize", "5", "concurrency", "1");
        Book.route(routes, "batches", "changedAt", "touched", "batchSize", "500");
        Book.route(routes, "pages", "changedAt", "touched", "batchSize", "5", "pageSize", "10");
        Book.route(routes, "hasty", "changedAt", "touched", "target", "hasty");
        Book.route(
                routes, "limited", "changedAt", "touched", "target", "limited", "batchSize", "1", "concurrency", "4");
        Book.route(routes, "quiet", "changedAt", "touched", "target", "quiet");
        Book.route(routes, "closed", "changedAt", "touched", "target", "closed");
        Book.route(
                routes,
                "registry",
                "changedAt",
                "touched",
                "target",
                "registry",
                "batchSize",
                "20",
                "concurrency",
                "2");
        Book.route(routes, "nobody", "changedAt", "touched", "target", "nobody");
        Book.route(routes, "stranger", "changedAt", "touched", "target", "stranger");
        routes.route(
                "sleepy-orders-to-relay",
                "source",
                "sleepy",
                "target",
                "relay",
                "key",
                "no",
                "windowed",
                "false",
                "query",
                "select 1 as no, pg_sleep(case when current_setting('application_name') is null then 0 else 599 end)::text as x");
        routes.route(
                "slow-orders-to-relay",
                "source",
                "slow",
                "target",
                "relay",
                "key",
                "no",
                "windowed",
                "false",
                "query",
                "select 1 as no, pg_sleep(case when current_setting('application_name') is null then 0 else 60 end)::text as x");
        routes.route(
                "relay-waits-to-projects",
                "source",
                "relay",
                "target",
                "projects",
                "key",
                "orderNo",
                "path",
                "ledger-waits-to-relay");
        routes.route(
                "relay-beside-to-projects",
                "source",
                "relay",
                "target",
                "projects",
                "key",
                "orderNo",
                "path",
                "beside",
                "targetPath",
                "beside");
        Mirror.routes(routes);
        return routes;
    }
}
