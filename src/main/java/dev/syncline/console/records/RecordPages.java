package dev.syncline.console.records;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.api.http.Roles;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The list of records, and the retry of those that it shows. */
@Path("/records")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RecordPages {
    private final RecordLists lists;
    private final RetryOrders retries;
    private final Frames frames;
    private final FormTokens tokens;

    RecordPages(RecordLists lists, RetryOrders retries, Frames frames, FormTokens tokens) {
        this.lists = lists;
        this.retries = retries;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "records")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, RecordList list);

        static native TemplateInstance retried(Frame frame, Retried retried);
    }

    @GET
    public String list(@BeanParam RecordSearch search) {
        Frame frame = frames.of("Records", Section.RECORDS);
        return Templates.list(frame.searching(orNull(search.q)), lists.of(search, frame.isOperator()))
                .render();
    }

    @POST
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response retry(@BeanParam RetryForm form) {
        tokens.check(form.token);
        Retried retried = retries.place(form);
        if (retried.runs().size() == 1 && retried.skipped().isEmpty()) {
            return Response.seeOther(URI.create(retried.runs().get(0).address()))
                    .build();
        }
        return Response.ok(Templates.retried(frames.of(retried.headline(), Section.RECORDS), retried)
                        .render())
                .build();
    }
}
