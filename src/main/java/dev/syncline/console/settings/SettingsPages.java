package dev.syncline.console.settings;

import dev.syncline.api.http.Roles;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How Syncline is set up: systems, time zone, users, versions, who may what. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class SettingsPages {
    private final SettingsDetails details;
    private final Frames frames;

    SettingsPages(SettingsDetails details, Frames frames) {
        this.details = details;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "settings")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(Frame frame, SettingsDetail detail);
    }

    @GET
    public String get() {
        return Templates.settings(frames.of("Settings", Section.SETTINGS), details.now())
                .render();
    }
}
