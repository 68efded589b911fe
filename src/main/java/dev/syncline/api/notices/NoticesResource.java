package dev.syncline.api.notices;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.record.Audit;
import dev.syncline.record.Notice;
import dev.syncline.record.Notices;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/notices")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class NoticesResource {
    private final Notices notices;
    private final Audit audit;
    private final SecurityIdentity who;

    NoticesResource(Notices notices, Audit audit, SecurityIdentity who) {
        this.notices = notices;
        this.audit = audit;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists notices: what a person should look at, newest first")
    public Listing<NoticeView> list(
            @Parameter(description = "open (the default), resolved or all") @QueryParam("status") String status,
            @QueryParam("kind") String kind,
            @QueryParam("route") String route,
            @Parameter(description = "Text that kind, key or text contains") @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        long before = Listing.cursor(cursor, Long.MAX_VALUE);
        return Listing.of(
                notices.newestFirst(open(status), kind, route, q, before, size + 1).stream()
                        .map(NoticeView::of)
                        .toList(),
                size,
                notice -> Long.toString(notice.id()));
    }

    @GET
    @Path("/kinds")
    @Operation(summary = "Counts the open notices of each kind")
    public Listing<NoticeKindView> kinds() {
        return new Listing<>(
                notices.openKinds().stream().map(NoticeKindView::of).toList(), null);
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Resolves the notice; has no effect if it is resolved already")
    @Transactional(rollbackOn = Exception.class)
    public NoticeView resolve(@PathParam("id") String id) {
        String user = who.getPrincipal().getName();
        NotFound unknown = new NotFound("Unknown notice '" + id + "'. GET /api/notices?status=all lists them");
        long number;
        try {
            number = Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unknown;
        }
        boolean wasOpen = notices.resolve(number, user);
        Notice notice = notices.find(number).orElseThrow(() -> unknown);
        if (wasOpen) {
            audit.write(user, "resolve", Objects.toString(notice.route, notice.kind), "notice " + id);
        }
        return NoticeView.of(notice);
    }

    private static Boolean open(String status) {
        return switch (Objects.toString(status, "open").toLowerCase(Locale.ROOT)) {
            case "open" -> true;
            case "resolved" -> false;
            case "all" -> null;
            default -> throw new BadRequest("Unknown status '" + status + "'. Statuses are open, resolved, all");
        };
    }
}
