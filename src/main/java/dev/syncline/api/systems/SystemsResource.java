package dev.syncline.api.systems;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.record.Audit;
import dev.syncline.system.check.SystemCheck;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/systems")
@Tag(name = "Systems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class SystemsResource {
    private final SystemStates states;
    private final SystemCheck checks;
    private final Audit audit;
    private final SecurityIdentity who;
    private final Clock clock;

    SystemsResource(SystemStates states, SystemCheck checks, Audit audit, SecurityIdentity who, Clock clock) {
        this.states = states;
        this.checks = checks;
        this.audit = audit;
        this.who = who;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Lists the systems that routes name: state, circuit breaker, pause, limits, and their routes")
    public Listing<SystemView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        List<String> names = states.names().stream()
                .filter(name -> cursor == null || name.compareTo(cursor) > 0)
                .limit(size + 1L)
                .toList();
        Listing<String> page = Listing.of(names, size, name -> name);
        return new Listing<>(states.of(page.items()), page.next());
    }

    @POST
    @Path("/{name}/test")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Tests the connection to a system, and tells what was tried and what came back",
            description =
                    "A SQL system is signed in to by a new connection; an HTTP system gets a GET of its address, or"
                            + " of its check-path. Answers within the system's time-out, and within about 30 seconds")
    public Uni<SystemTestView> test(@PathParam("name") String name) {
        if (!states.names().contains(name)) {
            throw new NotFound("Unknown system '" + name + "'. GET /api/systems lists them");
        }
        audit.write(who.getPrincipal().getName(), "test-system", "system " + name, checks.tries(name));
        Instant at = clock.instant();
        return Uni.createFrom().completionStage(checks.check(name)).map(result -> SystemTestView.of(name, at, result));
    }
}
