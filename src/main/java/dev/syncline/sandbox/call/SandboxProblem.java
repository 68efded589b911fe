package dev.syncline.sandbox.call;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Thrown for a call that a sandbox system refuses; the message says why. */
public class SandboxProblem extends RuntimeException {
    private final int status;

    public SandboxProblem(int status, String detail) {
        super(detail);
        this.status = status;
    }

    public int status() {
        return status;
    }

    Response response() {
        return response(status, getMessage());
    }

    public static Response response(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type("application/problem+json")
                .entity(SandboxJson.MAPPER
                        .createObjectNode()
                        .put("type", "about:blank")
                        .put("title", known == null ? "Status " + status : known.getReasonPhrase())
                        .put("status", status)
                        .put("detail", detail)
                        .toString())
                .build();
    }

    /** Answers the problems of every sandbox resource. */
    static class Mapper {
        @ServerExceptionMapper
        Response answer(SandboxProblem problem) {
            return problem.response();
        }
    }
}
