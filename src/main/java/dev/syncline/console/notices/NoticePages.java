package dev.syncline.console.notices;

import dev.syncline.api.http.Roles;
import dev.syncline.api.notices.NoticesResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestForm;

/** The list of notices: what a person should look at, and what somebody has seen to. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class NoticePages {
    private final NoticeLists lists;
    private final NoticesResource notices;
    private final Frames frames;
    private final FormTokens tokens;

    NoticePages(NoticeLists lists, NoticesResource notices, Frames frames, FormTokens tokens) {
        this.lists = lists;
        this.notices = notices;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "notices")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, NoticeList list);
    }

    @GET
    public String list(
            @QueryParam("status") String status,
            @QueryParam("kind") String kind,
            @QueryParam("route") String route,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        NoticeSearch search = NoticeSearch.of(status, kind, route, q, cursor);
        return Templates.list(frames.of("Notices", Section.NOTICES), lists.of(search))
                .render();
    }

    /**
     * @param vendor with the number of the order on whose page the button was pressed; null where it was in the list
     */
    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response resolve(
            @PathParam("id") String id,
            @RestForm String token,
            @RestForm String kind,
            @RestForm String route,
            @RestForm String q,
            @RestForm String vendor,
            @RestForm String number) {
        tokens.check(token);
        notices.resolve(id);
        Address back = vendor != null && number != null
                ? Address.of("/order").with("vendor", vendor).with("number", number)
                : NoticeSearch.of(null, kind, route, q, null).address();
        return Response.seeOther(URI.create(back.toString())).build();
    }
}
