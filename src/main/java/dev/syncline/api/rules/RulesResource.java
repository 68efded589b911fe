package dev.syncline.api.rules;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.record.Audit;
import dev.syncline.rule.Rule;
import dev.syncline.rule.Rules;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/rules")
@Tag(name = "Rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RulesResource {
    /** How many records a rule that is only tried names. */
    private static final int ITEMS = 20;

    private final Rules rules;
    private final RuleCheck check;
    private final JsonBody bodies;
    private final Audit audit;
    private final SecurityIdentity who;

    RulesResource(Rules rules, RuleCheck check, JsonBody bodies, Audit audit, SecurityIdentity who) {
        this.rules = rules;
        this.check = check;
        this.bodies = bodies;
        this.audit = audit;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists the rules that keep records back")
    public Listing<RuleView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        return Listing.of(
                rules.after(Listing.cursor(cursor, 0), size + 1).stream()
                        .map(RuleView::of)
                        .toList(),
                size,
                rule -> Long.toString(rule.id()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Keeps records back, from the next run of their route on",
            description =
                    "The answer to a rule without a field has the number of records of its routes (keepsBack). dryRun=true"
                            + " answers only, and creates no rule; its matches are the records that the rule would keep back, by"
                            + " what the hub keeps of them: how many, the first 20, and what was looked at")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    @Transactional(rollbackOn = Exception.class)
    public Response add(@QueryParam("dryRun") String dryRun, String body) {
        RuleBody asked = bodies.read(body, RuleBody.class);
        if (asked == null) {
            throw new BadRequest("The body must say what is kept back: route, field, operator, value, reason, effect");
        }
        String user = who.getPrincipal().getName();
        Rule wanted = asked.rule(user);
        if (Boolean.TRUE.equals(QueryParameters.flag("dryRun", dryRun))) {
            rules.check(wanted);
            return Response.ok(RuleView.of(wanted, keepsBack(wanted), check.matches(wanted, ITEMS)))
                    .build();
        }
        Rule rule = rules.add(wanted);
        audit.write(
                user, "add-rule", "rule " + rule.id(), rule.effect() + " " + rule.route() + ": " + rule.condition());
        return Response.created(URI.create("/api/rules/" + rule.id()))
                .entity(RuleView.of(rule, keepsBack(rule), null))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Deletes a rule; the next run of its route sends the records that it kept back")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @Transactional(rollbackOn = Exception.class)
    public void delete(@PathParam("id") String id) {
        NotFound unknown = new NotFound("Unknown rule '" + id + "'. GET /api/rules lists them");
        Rule rule = rules.find(number(id, unknown)).orElseThrow(() -> unknown);
        if (!rules.delete(rule.id())) {
            throw unknown;
        }
        audit.write(
                who.getPrincipal().getName(),
                "delete-rule",
                "rule " + id,
                rule.effect() + " " + rule.route() + ": " + rule.condition());
    }

    /** Returns null for a rule with a field, as the values of delivered records are not stored here. */
    private Long keepsBack(Rule rule) {
        return rule.field() == null ? rules.records(rule) : null;
    }

    private static long number(String id, NotFound unknown) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unknown;
        }
    }
}
