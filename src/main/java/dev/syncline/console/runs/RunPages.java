package dev.syncline.console.runs;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.api.http.Roles;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.RunsResource;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import dev.syncline.run.RunQueries;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** The list of runs, and one run, live. */
@Path("/runs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RunPages {
    private static final int RELOAD_SECONDS = 5;

    private final RunsResource runs;
    private final RunQueries queries;
    private final RunLists lists;
    private final RunDetails details;
    private final RunProgresses progresses;
    private final Frames frames;
    private final FormTokens tokens;

    RunPages(
            RunsResource runs,
            RunQueries queries,
            RunLists lists,
            RunDetails details,
            RunProgresses progresses,
            Frames frames,
            FormTokens tokens) {
        this.runs = runs;
        this.queries = queries;
        this.lists = lists;
        this.details = details;
        this.progresses = progresses;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "runs")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, RunList list);

        static native TemplateInstance run(Frame frame, RunDetail detail, RunProgress progress);

        static native TemplateInstance progress(RunProgress progress);
    }

    @GET
    public String list(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor) {
        return Templates.list(
                        frames.of("Runs", Section.RUNS),
                        lists.of(orNull(route), orNull(status), orNull(from), orNull(to), orNull(cursor)))
                .render();
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id, @QueryParam("changes") String changes) {
        RunView run = runs.get(id);
        RunDetail detail = details.of(run, changes);
        Frame frame = frames.of("Run " + run.id() + ", " + detail.routeTitle(), Section.RUNS);
        return Templates.run(detail.isOver() ? frame : frame.reloading(RELOAD_SECONDS), detail, progresses.of(run))
                .render();
    }

    /** Its progress whenever that changes, and at last that it is done. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
        long number = runs.get(id).id(); // before anything is sent, and by a thread that may wait for the hub
        return queries.follow(number)
                .map(RunView::of)
                .skip()
                .repetitions()
                .onItem()
                .transformToMultiAndConcatenate(run -> Multi.createFrom()
                        .items(
                                run.finishedAt() == null
                                        ? Stream.of(progress(sse, run))
                                        : Stream.of(progress(sse, run), sse.newEvent("done", "done"))));
    }

    private OutboundSseEvent progress(Sse sse, RunView run) {
        return sse.newEvent("run", Templates.progress(progresses.of(run)).render());
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response cancel(@PathParam("id") String id, @RestForm String token) {
        tokens.check(token);
        runs.cancel(id);
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }
}
