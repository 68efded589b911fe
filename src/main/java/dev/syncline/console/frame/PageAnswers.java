package dev.syncline.console.frame;

import dev.syncline.api.http.Pages;
import dev.syncline.api.http.Problem;
import dev.syncline.api.session.SentForm;
import dev.syncline.api.session.SessionUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What holds for every page. A problem is shown as a page, where the API answers it as JSON; no script, style or frame is
 * taken but the console's own; and no cache keeps a copy.
 */
class PageAnswers {
    /** After those that look at the problem itself. */
    private static final int LATE = Priorities.USER - 1_000;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int UNAUTHORIZED = 401;

    private final Frames frames;
    private final CurrentVertxRequest current;

    PageAnswers(Frames frames, CurrentVertxRequest current) {
        this.frames = frames;
        this.current = current;
    }

    @CheckedTemplate(basePath = "frame")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Frame frame, Problem problem);

        static native TemplateInstance unsent(Frame frame, SentForm form);
    }

    @ServerResponseFilter(priority = LATE)
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (response.getEntity() instanceof Problem problem && Pages.isPage(path)) {
            response.setEntity(
                    page(problem).render(), new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
        MediaType type = response.getMediaType();
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle("Content-Security-Policy", POLICY);
            headers.putSingle("Cache-Control", "no-store");
            headers.putSingle("X-Content-Type-Options", "nosniff");
            headers.putSingle("X-Frame-Options", "DENY");
            headers.putSingle("Referrer-Policy", "same-origin");
        }
    }

    private TemplateInstance page(Problem problem) {
        Optional<SentForm> unsent = SentForm.of(current.getCurrent());
        if (problem.status() == UNAUTHORIZED && unsent.isPresent()) {
            return Templates.unsent(frames.bare("Signed out"), unsent.get());
        }
        Frame frame = SessionUser.of(current.getCurrent())
                .map(user -> frames.forbidden(problem.title(), user.name()))
                .orElseGet(() -> frames.bare(problem.title()));
        return Templates.problem(frame, problem);
    }
}
