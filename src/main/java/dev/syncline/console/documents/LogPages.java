package dev.syncline.console.documents;

import dev.syncline.api.http.Roles;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The document log: what was done with which record, newest first. */
@Path("/documents")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class LogPages {
    private final LogLists lists;
    private final Frames frames;

    LogPages(LogLists lists, Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "documents")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, LogList list);
    }

    @GET
    public String list(@BeanParam LogSearch search) {
        return Templates.list(frames.of("Documents", Section.DOCUMENTS), lists.of(search))
                .render();
    }
}
