package dev.syncline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 words it.
 *
 * @param detail what, where, and what to do
 * @param activeRun for a 409: the run that is in the way
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, Long activeRun) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Response response(int status, String detail) {
        return response(status, detail, null);
    }

    static Response response(int status, String detail, Long activeRun) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, whole(detail), activeRun))
                .build();
    }

    /** Without halves of characters, such as a caller's text may have: JSON that has them cannot be written. */
    private static String whole(String detail) {
        return detail == null ? null : detail.replaceAll("\\p{Cs}", "?");
    }
}
