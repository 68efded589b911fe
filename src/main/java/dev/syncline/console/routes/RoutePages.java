package dev.syncline.console.routes;

import dev.syncline.api.http.Roles;
import dev.syncline.api.routes.RoutesResource;
import dev.syncline.api.runs.RunView;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** One route: how it stands, what it does, and the form that runs it. */
@Path("/routes/{id}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RoutePages {
    private final RouteDetails details;
    private final RoutesResource routes;
    private final Frames frames;
    private final FormTokens tokens;

    RoutePages(RouteDetails details, RoutesResource routes, Frames frames, FormTokens tokens) {
        this.details = details;
        this.routes = routes;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "routes")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance route(Frame frame, RouteDetail detail);

        static native TemplateInstance plan(String plan);
    }

    @GET
    public String get(@PathParam("id") String id, @BeanParam RunPlan asked, @HeaderParam("HX-Target") String target) {
        if ("plan".equals(target)) {
            return Templates.plan(details.plan(id, asked)).render();
        }
        RouteDetail detail = details.of(id);
        return Templates.route(frames.of(detail.title(), Section.OVERVIEW), detail)
                .render();
    }

    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Response> run(@PathParam("id") String id, @BeanParam RunForm form) {
        tokens.check(form.token);
        return routes.trigger(
                        id,
                        form.namedRange(),
                        form.boundary(form.from),
                        form.boundary(form.to),
                        form.depth,
                        form.dryRun,
                        form.withPrerequisites,
                        form.namedKeys(),
                        null,
                        null)
                .map(answer -> Response.seeOther(URI.create("/runs/" + ((RunView) answer.getEntity()).id()))
                        .build());
    }

    @POST
    @Path("/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public Response pause(@PathParam("id") String id, @RestForm String token) {
        tokens.check(token);
        routes.pause(id);
        return Response.seeOther(URI.create("/routes/" + id)).build();
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public Response resume(@PathParam("id") String id, @RestForm String token) {
        tokens.check(token);
        routes.resume(id);
        return Response.seeOther(URI.create("/routes/" + id)).build();
    }
}
