package dev.syncline.api.systems;

import dev.syncline.api.systems.SystemView.Limits;
import dev.syncline.api.systems.SystemView.State;
import dev.syncline.api.systems.SystemView.Use;
import dev.syncline.health.SystemProbes;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.secret.Secrets;
import dev.syncline.system.GateState;
import dev.syncline.system.Gates;
import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import dev.syncline.system.check.ShownAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts together what is known of systems: their settings, probes, pauses, and the circuit breakers of this process. */
@ApplicationScoped
class SystemStates {
    private final Catalog catalog;
    private final Systems systems;
    private final SystemProbes probes;
    private final Gates gates;

    SystemStates(Catalog catalog, Systems systems, SystemProbes probes, Gates gates) {
        this.catalog = catalog;
        this.systems = systems;
        this.probes = probes;
        this.gates = gates;
    }

    /** Returns the systems that route files name. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        catalog.having(Set.of("system")).values().forEach(parameters -> names.add(parameters.get("system")));
        return names;
    }

    List<SystemView> of(Collection<String> names) {
        Map<String, Instant> pauses = gates.pauses();
        Map<String, String> reached = probes.states(names);
        return names.stream()
                .map(name -> view(name, pauses.get(name), reached.get(name)))
                .toList();
    }

    private SystemView view(String name, Instant paused, String reached) {
        GateState gate = gates.known(name).orElse(new GateState(false, null));
        String kind = null;
        String address = null;
        Limits limits = null;
        State state;
        String detail;
        try {
            boolean isSql = systems.isSql(name);
            address = ShownAddress.of(isSql ? systems.jdbcUrl(name) : systems.url(name));
            kind = isSql ? "SQL" : "HTTP";
            limits = limits(name, isSql);
            state = state(gate, paused, reached);
            detail = detail(state, reached);
        } catch (SystemNotConfigured e) {
            state = State.NOT_CONFIGURED;
            detail = e.getMessage();
        } catch (RuntimeException e) { // a setting of this one cannot be read
            state = State.NOT_CONFIGURED;
            detail = "Its settings are invalid: " + Secrets.masked(e.getMessage());
        }
        return new SystemView(
                name,
                kind,
                address,
                state,
                detail,
                gate.isOpen() ? "OPEN" : "CLOSED",
                gate.nextTrial(),
                paused,
                limits,
                uses(name));
    }

    private static State state(GateState gate, Instant paused, String reached) {
        if (paused != null) {
            return State.PAUSED;
        } else if (gate.isOpen()) {
            return State.AWAY;
        }
        return SystemProbes.REACHABLE.equals(reached) ? State.REACHABLE : State.UNREACHABLE;
    }

    private static String detail(State state, String reached) {
        return switch (state) {
            case PAUSED -> "It asked for a pause; runs wait until its end and continue by themselves";
            case AWAY -> "It did not answer the last calls; runs wait, and call it from time to time as a trial";
            case UNREACHABLE -> "It " + reached + ". Test it for the reason";
            default -> "It accepts connections";
        };
    }

    private Limits limits(String name, boolean isSql) {
        return new Limits(
                systems.rate(name).orElse(null),
                isSql ? systems.maxConnections(name) : null,
                systems.connectTimeout(name).toString(),
                systems.timeout(name).toString(),
                systems.queryTimeout(name).toString(),
                systems.patience(name).toString(),
                systems.longestPause(name).toString(),
                isSql ? null : systems.longestAnswer(name));
    }

    private String concurrency(SyncRoute route) {
        return catalog.parametersOf(route.id()).get("concurrency");
    }

    private List<Use> uses(String name) {
        List<Use> uses = new ArrayList<>();
        for (SyncRoute route : catalog.all()) {
            if (route.source().equals(name)) {
                uses.add(new Use(route.id(), "SOURCE", null));
            }
            if (route.target().equals(name)) {
                uses.add(new Use(route.id(), "TARGET", Integer.valueOf(concurrency(route))));
            }
        }
        return uses;
    }
}
