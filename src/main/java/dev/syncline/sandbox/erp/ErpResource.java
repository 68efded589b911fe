package dev.syncline.sandbox.erp;

import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the ERP's data for reading and changing; the hub itself reads it by SQL. */
@Path("/sandbox/erp/{entity}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Sandbox")
public class ErpResource {
    private final ErpTable table;

    ErpResource(ErpTable table) {
        this.table = table;
    }

    @GET
    public String items(@PathParam("entity") String entity, @QueryParam("limit") @DefaultValue("-1") int limit) {
        return table.items(ErpEntity.named(entity), limit);
    }

    @GET
    @Path("{key: .+}")
    public String item(@PathParam("entity") String entity, @PathParam("key") String key) {
        return table.item(ErpEntity.named(entity), key)
                .orElseThrow(() -> new SandboxProblem(404, "The ERP has no '" + key + "' among its " + entity));
    }

    @POST
    public String generate(@PathParam("entity") String entity, @QueryParam("generate") String rows) {
        ErpEntity known = ErpEntity.named(entity);
        if (rows == null || !rows.matches("[1-9]\\d{0,6}")) {
            throw new SandboxProblem(400, "Say how many rows to add, fewer than 10,000,000: ?generate=100000");
        }
        return table.generate(known, Long.parseLong(rows));
    }

    @PUT
    @Path("{key: .+}")
    public Response put(@PathParam("entity") String entity, @PathParam("key") String key, byte[] body) {
        boolean isNew = table.put(ErpEntity.named(entity), key, SandboxJson.object(body));
        return Response.status(isNew ? 201 : 200)
                .entity(SandboxJson.MAPPER
                        .createObjectNode()
                        .put("key", key)
                        .put("created", isNew)
                        .toString())
                .build();
    }

    @DELETE
    @Path("{key: .+}")
    public void delete(@PathParam("entity") String entity, @PathParam("key") String key) {
        if (!table.delete(ErpEntity.named(entity), key)) {
            throw new SandboxProblem(404, "The ERP has no '" + key + "' among its " + entity);
        }
    }
}
