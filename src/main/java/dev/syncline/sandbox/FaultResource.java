package dev.syncline.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.partner.InjectedFault;
import dev.syncline.sandbox.partner.InjectedFaults;
import dev.syncline.sandbox.partner.PartnerSystem;
import dev.syncline.sandbox.supplier.SupplierSystem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the partner systems to fail. */
@Path("/sandbox/faults")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sandbox")
public class FaultResource {
    private final InjectedFaults faults;

    FaultResource(InjectedFaults faults) {
        this.faults = faults;
    }

    @POST
    public Response add(byte[] body) {
        InjectedFault fault = InjectedFault.of(SandboxJson.object(body));
        checkSystem(fault.system());
        faults.add(fault);
        return Response.status(201).entity(fault.json().toString()).build();
    }

    private static void checkSystem(String name) {
        if (SupplierSystem.ALL.stream().noneMatch(supplier -> supplier.name().equals(name))) {
            PartnerSystem.named(name);
        }
    }

    @GET
    public String list() {
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        faults.all().forEach(fault -> items.add(fault.json()));
        return answer.toString();
    }

    @DELETE
    public void clear() {
        faults.clear();
    }
}
