package dev.syncline.console.settings;

import dev.syncline.api.http.Roles;
import dev.syncline.api.systems.SystemTestView;
import dev.syncline.api.systems.SystemsResource;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;

/** Tests a system, and shows what came back above the settings. */
@Path("/systems/{name}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.OPERATOR)
@Blocking
public class SystemTestPage {
    private final SystemsResource systems;
    private final SettingsDetails details;
    private final Frames frames;
    private final FormTokens tokens;

    SystemTestPage(SystemsResource systems, SettingsDetails details, Frames frames, FormTokens tokens) {
        this.systems = systems;
        this.details = details;
        this.frames = frames;
        this.tokens = tokens;
    }

    @POST
    @Path("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<String> test(@PathParam("name") String name, @RestForm String token) {
        tokens.check(token);
        Frame frame = frames.of("Settings", Section.SETTINGS);
        Uni<SystemTestView> result = systems.test(name);
        SettingsDetail before = details.now(); // while who asks is known to this thread
        return result.map(SettingsDetails::tested)
                .map(tested -> SettingsPages.Templates.settings(frame, before.with(tested))
                        .render());
    }
}
