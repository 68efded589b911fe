package dev.syncline.console.audit;

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

/** The audit log: who did what, from where, and what came of it. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.ADMIN)
@Blocking
public class AuditPages {
    private final AuditLists lists;
    private final Frames frames;

    AuditPages(AuditLists lists, Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, AuditList list);
    }

    @GET
    public String list(@BeanParam AuditSearch search) {
        return Templates.list(frames.of("Audit", Section.AUDIT), lists.of(search))
                .render();
    }
}
