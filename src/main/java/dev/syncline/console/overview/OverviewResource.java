package dev.syncline.console.overview;

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
import java.sql.SQLException;

/** Whether all is well, and what needs a person. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class OverviewResource {
    private static final int RELOAD_SECONDS = 15;

    private final Overviews overviews;
    private final Frames frames;

    OverviewResource(Overviews overviews, Frames frames) {
        this.overviews = overviews;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "overview")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(Frame frame, Overview overview);
    }

    @GET
    public String get() throws SQLException {
        return Templates.overview(frames.of("Overview", Section.OVERVIEW).reloading(RELOAD_SECONDS), overviews.now())
                .render();
    }
}
