package dev.syncline.console.messages;

import dev.syncline.api.http.Roles;
import dev.syncline.api.messages.MessagesResource;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import dev.syncline.console.messages.MessageDetail.Tested;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestForm;

/** Who gets messages, of what, and whether they arrive. */
@Path("/messages")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class MessagePages {
    private final MessageDetails details;
    private final MessagesResource messages;
    private final Frames frames;
    private final FormTokens tokens;

    MessagePages(MessageDetails details, MessagesResource messages, Frames frames, FormTokens tokens) {
        this.details = details;
        this.messages = messages;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "messages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance messages(Frame frame, MessageDetail detail);
    }

    @GET
    public String get() {
        return page(null);
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public String test(@PathParam("id") String name, @RestForm String token) throws SQLException, InterruptedException {
        tokens.check(token);
        return page(MessageDetails.tested(name, messages.test(name)));
    }

    private String page(Tested tested) {
        return Templates.messages(frames.of("Messages", Section.MESSAGES), details.with(tested))
                .render();
    }
}
