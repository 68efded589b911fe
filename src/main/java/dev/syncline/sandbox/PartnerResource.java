package dev.syncline.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partner systems: deliveries in their two forms, reading what changed, looking at what is held. */
@Path("/sandbox/{system}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Sandbox")
public class PartnerResource {
    private final PartnerGate gate;
    private final PartnerDeliveries deliveries;
    private final PartnerReader reader;

    PartnerResource(PartnerGate gate, PartnerDeliveries deliveries, PartnerReader reader) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.reader = reader;
    }

    @POST
    @Path("{entity}/batch")
    public Response batch(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, PartnerSystem.Protocol.BATCH, authorization);
        return gate.deliver(partner, entity, request, () -> deliveries.batch(partner, entity, body, uri.getBaseUri()));
    }

    @PATCH
    @Path("{entity}/sync")
    public Response sync(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, PartnerSystem.Protocol.SYNC, authorization);
        return gate.deliver(partner, entity, request, () -> deliveries.sync(partner, entity, body, uri.getBaseUri()));
    }

    @GET
    @Path("{entity}/records")
    public Response records(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("changedFrom") String changedFrom,
            @QueryParam("changedBefore") String changedBefore,
            @QueryParam("expand") String expand,
            @QueryParam("keys") List<String> keys) {
        PartnerSystem partner = gate.admit(system, null, authorization);
        RecordQuery query = RecordQuery.of(limit, cursor, changedFrom, changedBefore, keys, expand);
        return read(partner, entity, query);
    }

    @POST
    @Path("{entity}/lookup")
    public Response lookup(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, null, authorization);
        ObjectNode wanted = Json.object(body);
        List<String> keys = new ArrayList<>();
        wanted.path("keys").forEach(key -> keys.add(key.asText()));
        if (keys.isEmpty()) {
            return Response.ok("{\"total\":0,\"records\":[],\"nextCursor\":null}")
                    .build();
        }
        boolean children = "children".equals(wanted.path("expand").asText());
        RecordQuery query = new RecordQuery(keys.size(), null, null, null, keys, children);
        return read(partner, entity, query);
    }

    private Response read(PartnerSystem partner, String entity, RecordQuery query) {
        return gate.before(partner, entity).orElseGet(() -> Response.ok(
                        (StreamingOutput) out -> reader.records(partner.name(), entity, query, out))
                .build());
    }

    @GET
    @Path("log")
    public String log(@PathParam("system") String system, @QueryParam("entity") String entity) {
        return reader.log(PartnerSystem.named(system).name(), entity);
    }

    @GET
    @Path("{entity}")
    public StreamingOutput items(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @QueryParam("limit") @DefaultValue("-1") int limit) {
        String name = PartnerSystem.named(system).name();
        return out -> reader.items(name, entity, limit, out);
    }

    @GET
    @Path("{entity}/{key: .+}")
    public String item(
            @PathParam("system") String system, @PathParam("entity") String entity, @PathParam("key") String key) {
        String name = PartnerSystem.named(system).name();
        return reader.item(name, entity, key)
                .orElseThrow(() -> new SandboxProblem(404, name + " has no '" + key + "' among its " + entity));
    }
}
