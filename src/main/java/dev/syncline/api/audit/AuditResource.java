package dev.syncline.api.audit;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.Roles;
import dev.syncline.record.AuditLog;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/audit")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Blocking
public class AuditResource {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(summary = "Lists audited actions: who, what, when, from which address, outcome; newest first")
    public Listing<AuditView> list(
            @QueryParam("who") String who,
            @QueryParam("subject") String subject,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        return Listing.of(
                log
                        .before(
                                Listing.cursor(cursor, Long.MAX_VALUE),
                                who,
                                subject,
                                Moment.withOffset("from", from),
                                Moment.withOffset("to", to),
                                size + 1)
                        .stream()
                        .map(AuditView::of)
                        .toList(),
                size,
                entry -> Long.toString(entry.id()));
    }
}
