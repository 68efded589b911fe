package dev.syncline.console.reconciliations;

import static dev.syncline.console.frame.FormFields.strippedOrNull;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Roles;
import dev.syncline.api.reconciliations.ReconciliationView;
import dev.syncline.api.reconciliations.ReconciliationsResource;
import dev.syncline.api.reconciliations.RouteReconciliationsResource;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** The list of reconciliations, and one: how far it is, what differs, and the buttons that compare again and repair. */
@Path("/reconciliations")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class ReconciliationPages {
    private static final int RELOAD_SECONDS = 5;

    private final ReconciliationsResource reconciliations;
    private final RouteReconciliationsResource routes;
    private final ReconciliationLists lists;
    private final ReconciliationDetails details;
    private final Frames frames;
    private final FormTokens tokens;

    ReconciliationPages(
            ReconciliationsResource reconciliations,
            RouteReconciliationsResource routes,
            ReconciliationLists lists,
            ReconciliationDetails details,
            Frames frames,
            FormTokens tokens) {
        this.reconciliations = reconciliations;
        this.routes = routes;
        this.lists = lists;
        this.details = details;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "reconciliations")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, ReconciliationList list);

        static native TemplateInstance reconciliation(Frame frame, ReconciliationDetail detail);
    }

    @GET
    public String list(@QueryParam("route") String route, @QueryParam("cursor") String cursor) {
        return Templates.list(
                        frames.of("Reconciliation", Section.RECONCILIATIONS),
                        lists.of(strippedOrNull(route), strippedOrNull(cursor)))
                .render();
    }

    @GET
    @Path("/{id}")
    public String get(
            @PathParam("id") String id,
            @QueryParam("kind") String kind,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor) {
        ReconciliationDetail detail = details.of(id, strippedOrNull(kind), strippedOrNull(q), strippedOrNull(cursor));
        Frame frame = frames.of("Reconciliation " + detail.id() + ", " + detail.routeTitle(), Section.RECONCILIATIONS);
        return Templates.reconciliation(detail.isOver() ? frame : frame.reloading(RELOAD_SECONDS), detail)
                .render();
    }

    @POST
    @Path("/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Response> start(@BeanParam ReconciliationForm form) {
        tokens.check(form.token);
        if (strippedOrNull(form.route) == null) {
            throw new BadRequest("No route was chosen. Go back and choose the one to reconcile");
        }
        if (form.lacksDates()) {
            throw new BadRequest("No dates were chosen. Go back and choose one, or another range");
        }
        return routes.reconcile(
                        strippedOrNull(form.route),
                        form.namedRange(),
                        form.boundary(form.from),
                        form.boundary(form.to),
                        strippedOrNull(form.depth),
                        strippedOrNull(form.repair),
                        null,
                        null)
                .map(answer -> page(((ReconciliationView) answer.getEntity()).id()));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response cancel(@PathParam("id") String id, @RestForm String token) {
        tokens.check(token);
        return page(((ReconciliationView) reconciliations.cancel(id).getEntity()).id());
    }

    private static Response page(long id) {
        return Response.seeOther(URI.create("/reconciliations/" + id)).build();
    }
}
