package dev.syncline.api.settings;

import dev.syncline.access.Users;
import dev.syncline.api.http.Roles;
import dev.syncline.api.settings.SettingsView.RouteFilesView;
import dev.syncline.api.settings.SettingsView.UserView;
import dev.syncline.route.Catalog;
import dev.syncline.route.RouteFiles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/settings")
@Tag(name = "Settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class SettingsResource {
    private final ThisProcess process;
    private final Catalog catalog;
    private final RouteFiles files;
    private final Users users;
    private final CallRoles calls;
    private final SecurityIdentity who;
    private final ZoneId zone;

    SettingsResource(
            ThisProcess process,
            Catalog catalog,
            RouteFiles files,
            Users users,
            CallRoles calls,
            SecurityIdentity who,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.process = process;
        this.catalog = catalog;
        this.files = files;
        this.users = users;
        this.calls = calls;
        this.who = who;
        this.zone = zone;
    }

    @GET
    @Operation(
            summary = "Tells how the process that answers is set up: versions, time zone, route files, who may what",
            description = "An admin also sees the configured users with their roles")
    public SettingsView get() {
        return new SettingsView(
                process.versions(),
                zone.getId(),
                process.name(),
                process.startedAt(),
                new RouteFilesView(files.folder().orElse(null), catalog.all().size(), files.changed()),
                new UserView(
                        who.getPrincipal().getName(),
                        who.getRoles().stream().sorted().toList()),
                who.hasRole(Roles.ADMIN) ? configured() : null,
                calls.all());
    }

    private List<UserView> configured() {
        return users.roles().entrySet().stream()
                .map(user -> new UserView(user.getKey(), user.getValue()))
                .toList();
    }
}
