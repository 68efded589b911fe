package dev.syncline.console.frame;

import dev.syncline.api.http.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What holds for every page. A problem is shown as a page, where the API answers it as JSON; no script, style or frame is
 * taken but the console's own; and no cache keeps a copy.
 */
class PageAnswers {
    /** After those that look at the problem itself. */
    private static final int LATE = Priorities.USER - 1_000;

    private static final List<String> NO_PAGES = List.of("/api", "/q/", "/sandbox", "/assets");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Frames frames;

    PageAnswers(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "frame")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Frame frame, Problem problem);
    }

    @ServerResponseFilter(priority = LATE)
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (response.getEntity() instanceof Problem problem && NO_PAGES.stream().noneMatch(path::startsWith)) {
            String page =
                    Templates.problem(frames.bare(problem.title()), problem).render();
            response.setEntity(page, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
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
}
