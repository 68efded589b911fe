package dev.syncline.console.settings;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Roles;
import dev.syncline.api.settings.SettingsResource;
import dev.syncline.api.settings.SettingsView;
import dev.syncline.api.settings.SettingsView.Call;
import dev.syncline.api.systems.SystemTestView;
import dev.syncline.api.systems.SystemView;
import dev.syncline.api.systems.SystemsResource;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.settings.SettingsDetail.Fact;
import dev.syncline.console.settings.SettingsDetail.Right;
import dev.syncline.console.settings.SettingsDetail.Row;
import dev.syncline.console.settings.SettingsDetail.Tested;
import dev.syncline.console.settings.SettingsDetail.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the page of settings, from the calls that the API has for it. */
@ApplicationScoped
class SettingsDetails {
    private final SystemsResource systems;
    private final SettingsResource settings;
    private final SystemRows rows;
    private final Frames frames;

    SettingsDetails(SystemsResource systems, SettingsResource settings, SystemRows rows, Frames frames) {
        this.systems = systems;
        this.settings = settings;
        this.rows = rows;
        this.frames = frames;
    }

    SettingsDetail now() {
        SettingsView view = settings.get();
        List<Row> shown = systems.list(Listing.MOST, null).items().stream()
                .map(system -> rows.of(system, until(system)))
                .toList();
        return new SettingsDetail(
                null,
                shown,
                facts(view),
                stale(view),
                view.users() == null
                        ? List.of()
                        : view.users().stream()
                                .map(user -> new User(user.name(), String.join(", ", user.roles())))
                                .toList(),
                view.calls().stream().map(SettingsDetails::right).toList());
    }

    private When until(SystemView system) {
        Instant moment = system.pausedUntil() != null ? system.pausedUntil() : system.nextTrialAt();
        return frames.when(moment);
    }

    static Tested tested(SystemTestView result) {
        State state =
                switch (result.outcome()) {
                    case "REACHED" -> new State("Reached", "ok");
                    case "REFUSED" -> new State("Refused", "bad");
                    case "TIMED_OUT" -> new State("Timed out", "bad");
                    case "NOT_CALLED" -> new State("Not called", "off");
                    default -> new State("Failed", "bad");
                };
        return new Tested(
                result.system(),
                state,
                result.tookMillis() < 1_000
                        ? result.tookMillis() + " ms"
                        : When.span(Duration.ofMillis(result.tookMillis())),
                result.tried(),
                result.answer());
    }

    private List<Fact> facts(SettingsView view) {
        return List.of(
                fact("Time zone", view.zone()),
                fact("Syncline", view.versions().syncline()),
                fact("Process", view.process()),
                new Fact("Started", "", frames.when(view.startedAt())),
                fact(
                        "Route files",
                        (view.routes().folder() == null
                                        ? "of the package"
                                        : view.routes().folder()) + ", "
                                + Numbers.of(view.routes().routes(), "route")),
                fact("Hub database", view.versions().hub()),
                fact("Camel", view.versions().camel()),
                fact("Java", view.versions().java()));
    }

    private static String stale(SettingsView view) {
        List<String> changed = view.routes().changed();
        return changed.isEmpty()
                ? ""
                : "Changed since this process started, and not in use until it starts again: "
                        + String.join(", ", changed);
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, value, null);
    }

    private static Right right(Call call) {
        List<String> roles = call.roles();
        return new Right(
                call.method(),
                call.path(),
                roles.contains(Roles.VIEWER),
                roles.contains(Roles.OPERATOR),
                roles.contains(Roles.APPROVER),
                roles.contains(Roles.ADMIN),
                roles.contains("signature") ? "who signs it" : "");
    }
}
