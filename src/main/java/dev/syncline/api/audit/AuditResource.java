package dev.syncline.api.audit;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.Roles;
import dev.syncline.record.AuditEntry.Outcome;
import dev.syncline.record.AuditFilter;
import dev.syncline.record.AuditLog;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/audit")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Blocking
public class AuditResource {
    private final AuditLog log;
    private final ZoneId zone;

    AuditResource(AuditLog log, @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    @GET
    @Operation(
            summary = "Lists audited actions: who, what, when, from which address, outcome; newest first",
            description = "Filters by user, subject, action, outcome (DONE, REFUSED, FAILED) and time")
    public Listing<AuditView> list(
            @QueryParam("who") String who,
            @QueryParam("subject") String subject,
            @QueryParam("action") String action,
            @QueryParam("outcome") String outcome,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        AuditFilter filter = new AuditFilter(
                who, subject, action, outcome(outcome), Moment.of("from", from, zone), Moment.of("to", to, zone));
        return Listing.of(
                log.before(Listing.cursor(cursor, Long.MAX_VALUE), filter, size + 1).stream()
                        .map(AuditView::of)
                        .toList(),
                size,
                entry -> Long.toString(entry.id()));
    }

    private static Outcome outcome(String name) {
        return name == null
                ? null
                : Arrays.stream(Outcome.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest(
                                "Unknown outcome '" + name + "'. Outcomes are " + Arrays.toString(Outcome.values())));
    }
}
