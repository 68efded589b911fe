package dev.syncline.api.notifications;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Problem;
import dev.syncline.purchasing.Switches;
import dev.syncline.run.Run;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.notification.NotificationSignatures;
import dev.syncline.supplier.notification.Notifications;
import dev.syncline.supplier.notification.Notifications.Taken;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes the notifications of suppliers, which have no users: each authenticates itself by a signature. */
@Path("/api/suppliers")
@Tag(name = "Purchase orders")
@PermitAll
@Blocking
public class NotificationsResource {
    private final Suppliers suppliers;
    private final NotificationSignatures signatures;
    private final Notifications incoming;
    private final Switches switches;

    NotificationsResource(
            Suppliers suppliers, NotificationSignatures signatures, Notifications incoming, Switches switches) {
        this.suppliers = suppliers;
        this.signatures = signatures;
        this.incoming = incoming;
        this.switches = switches;
    }

    /** @param isExpected whether a secret is configured */
    static String unsigned(Supplier supplier, boolean isExpected) {
        String system = supplier.system();
        return isExpected
                ? "The header " + supplier.signatureHeader()
                        + " must be sha256= and the HMAC-SHA256 of the body, in hexadecimal, with the"
                        + " secret that was agreed on"
                : "No secret is configured for notifications of " + system + ": set syncline.systems." + system
                        + ".notification-secret";
    }

    /** Does not say which other supplier has the same secret; only the log does. */
    static String ambiguous(Supplier supplier) {
        return "The secret that is configured for notifications of " + supplier.system()
                + " is also that of another supplier, so a signature does not show the sender. Syncline's log says what to set";
    }

    @POST
    @Path("/{supplier}/notifications")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Takes a supplier's notification about orders: a document of its format, or {\"orders\": [numbers]}")
    public Response notify(@PathParam("supplier") String system, @Context HttpHeaders headers, byte[] body)
            throws Exception {
        Supplier supplier = suppliers.find(system).orElseThrow(() -> new NotFound("Unknown supplier '" + system + "'"));
        if (!signatures.isRight(supplier, body, headers.getHeaderString(supplier.signatureHeader()))) {
            return Problem.response(401, unsigned(supplier, signatures.isExpected(supplier)));
        }
        if (body.length == 0) {
            throw new BadRequest("The notification is empty. Send a document, or {\"orders\": [numbers]}");
        }
        Taken taken = incoming.take(supplier, body);
        Optional<Run> run = switches.follow(supplier, taken.keys());
        Response.ResponseBuilder answer = Response.status(taken.isRepeated() ? 200 : 202);
        run.ifPresent(begun -> answer.location(URI.create("/api/runs/" + begun.id)));
        if (taken.acknowledgement() != null) {
            return answer.type(taken.acknowledgement().contentType())
                    .entity(taken.acknowledgement().content())
                    .build();
        }
        if (taken.problem() != null) {
            return Response.fromResponse(Problem.response(422, "The document cannot be read: " + taken.problem()))
                    .location(run.map(begun -> URI.create("/api/runs/" + begun.id))
                            .orElse(null))
                    .build();
        }
        return answer.type(MediaType.APPLICATION_JSON)
                .entity(NotificationView.of(taken.isRepeated(), taken.keys(), run.orElse(null)))
                .build();
    }
}
