package dev.syncline.console.rules;

import dev.syncline.api.http.Roles;
import dev.syncline.api.rules.RulesResource;
import dev.syncline.console.frame.FormTokens;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** Deletes one rule. */
@Path("/rule/{id}")
@RolesAllowed(Roles.ADMIN)
@Blocking
public class RuleDeletion {
    private final RulesResource rules;
    private final FormTokens tokens;

    RuleDeletion(RulesResource rules, FormTokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    @POST
    @Path("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public Response delete(@PathParam("id") String id, @RestForm String token) {
        tokens.check(token);
        rules.delete(id);
        return Response.seeOther(URI.create("/rules")).build();
    }
}
