package dev.syncline.console.settings;

import dev.syncline.api.systems.SystemView;
import dev.syncline.api.systems.SystemView.Limits;
import dev.syncline.api.systems.SystemView.Use;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.settings.SettingsDetail.Link;
import dev.syncline.console.settings.SettingsDetail.Row;
import dev.syncline.route.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the rows of the systems. */
@ApplicationScoped
class SystemRows {
    private final Catalog catalog;

    SystemRows(Catalog catalog) {
        this.catalog = catalog;
    }

    Row of(SystemView system, When until) {
        return new Row(
                system.name(),
                Objects.requireNonNullElse(system.kind(), ""),
                Objects.requireNonNullElse(system.address(), ""),
                state(system.state()),
                system.detail(),
                until,
                system.limits() == null ? List.of() : limits(system.limits()),
                system.routes().stream().map(this::link).toList(),
                Address.of("/systems/" + system.name() + "/test").toString());
    }

    private static State state(SystemView.State state) {
        return switch (state) {
            case REACHABLE -> new State("Reachable", "ok");
            case PAUSED -> new State("Paused", "hold");
            case AWAY -> new State("Away", "bad");
            case UNREACHABLE -> new State("Unreachable", "bad");
            case NOT_CONFIGURED -> new State("Not configured", "off");
        };
    }

    private static List<String> limits(Limits of) {
        List<String> limits = new ArrayList<>();
        limits.add(of.rate() == null ? "any number of calls" : "calls: " + of.rate());
        if (of.connections() != null) {
            limits.add("connections: " + of.connections());
        }
        limits.add("answer within " + span(of.timeout()));
        limits.add("waits " + span(of.patience()) + " when away");
        return limits;
    }

    private static String span(String duration) {
        return When.span(Duration.parse(duration)).replaceFirst("\\.0 s", " s");
    }

    private Link link(Use use) {
        String way = use.as().equals("SOURCE") ? "reads: " : "writes: ";
        String batches = use.concurrency() == null ? "" : ", " + use.concurrency() + " at a time";
        return new Link(way + catalog.get(use.route()).title() + batches, "/routes/" + use.route());
    }
}
