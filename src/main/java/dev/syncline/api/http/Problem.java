package dev.syncline.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;

/**
 * An error in the form of RFC 9457.
 *
 * @param detail what, where, and what to do
 * @param activeRun for a 409: the active run that is the reason
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, Long activeRun) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response response(int status, String detail) {
        return response(status, detail, null);
    }

    public static Response response(int status, String detail, Long activeRun) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, whole(detail), activeRun))
                .build();
    }

    /** Replaces lone surrogates, which a caller's text may have: they cannot be written as JSON. */
    private static String whole(String detail) {
        return detail == null ? null : detail.replaceAll("\\p{Cs}", "?");
    }
}
