package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the partner systems: deliveries in their two forms, reading of changes, and their records. */
@Path("/sandbox/{system}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Sandbox")
public class PartnerResource {
    private final PartnerGate gate;
    private final PartnerDeliveries deliveries;
    private final PartnerReader reader;
    private final PartnerEdits edits;

    PartnerResource(PartnerGate gate, PartnerDeliveries deliveries, PartnerReader reader, PartnerEdits edits) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.reader = reader;
        this.edits = edits;
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

    @POST
    @Path("{entity}/create")
    public Response create(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, PartnerSystem.Protocol.BATCH, authorization);
        return gate.deliver(partner, entity, request, () -> deliveries.create(partner, entity, body, uri.getBaseUri()));
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
        boolean children = "children".equals(expand);
        RecordQuery query = RecordQuery.of(limit, cursor, changedFrom, changedBefore, keys, children);
        return read(partner, entity, query, RecordForm.BATCH);
    }

    @GET
    @Path("{entity}/entities")
    public Response entities(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            @QueryParam("per_page") Integer limit,
            @QueryParam("page_token") String cursor,
            @QueryParam("updated_since") String changedFrom,
            @QueryParam("updated_before") String changedBefore,
            @QueryParam("view") String view) {
        PartnerSystem partner = gate.admit(system, PartnerSystem.Protocol.SYNC, authorization);
        boolean children = "extended".equals(view);
        RecordQuery query = RecordQuery.of(limit, cursor, changedFrom, changedBefore, List.of(), children);
        return read(partner, entity, query, RecordForm.SYNC);
    }

    @POST
    @Path("{entity}/lookup")
    public Response lookup(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, null, authorization);
        ObjectNode wanted = SandboxJson.object(body);
        boolean children = "children".equals(wanted.path("expand").asText());
        return read(partner, entity, RecordQuery.of(wanted.path("keys"), children), RecordForm.BATCH);
    }

    @POST
    @Path("{entity}/find")
    public Response find(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @HeaderParam("Authorization") String authorization,
            byte[] body) {
        PartnerSystem partner = gate.admit(system, PartnerSystem.Protocol.SYNC, authorization);
        ObjectNode wanted = SandboxJson.object(body);
        boolean children = "extended".equals(wanted.path("view").asText());
        return read(partner, entity, RecordQuery.of(wanted.path("origin_ids"), children), RecordForm.SYNC);
    }

    private Response read(PartnerSystem partner, String entity, RecordQuery query, RecordForm form) {
        return gate.before(partner.name(), entity).orElseGet(() -> Response.ok(
                        (StreamingOutput) out -> reader.records(partner.name(), entity, query, form, out))
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

    /** Changes a record as a person does at the system itself: the fields that are sent replace those of the record. */
    @PUT
    @Path("{entity}/{key: .+}")
    public Response put(
            @PathParam("system") String system,
            @PathParam("entity") String entity,
            @PathParam("key") String key,
            byte[] body) {
        boolean isNew = edits.put(PartnerSystem.named(system).name(), entity, key, SandboxJson.object(body));
        return Response.status(isNew ? 201 : 200)
                .entity(SandboxJson.MAPPER
                        .createObjectNode()
                        .put("key", key)
                        .put("created", isNew)
                        .toString())
                .build();
    }

    /** Deletes a record as a person does at the system itself, without a trace. */
    @DELETE
    @Path("{entity}/{key: .+}")
    public void delete(
            @PathParam("system") String system, @PathParam("entity") String entity, @PathParam("key") String key) {
        String name = PartnerSystem.named(system).name();
        if (!edits.delete(name, entity, key)) {
            throw new SandboxProblem(404, name + " has no '" + key + "' among its " + entity);
        }
    }
}
