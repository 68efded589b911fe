package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.partner.PartnerReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the suppliers' orders, and the actions on them. docs/suppliers.md lists the actions. */
@Path("/sandbox/suppliers/{supplier}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Sandbox")
public class SupplierPokeResource {
    private final SupplierPokes pokes;
    private final SupplierStore store;
    private final SupplierMail mail;
    private final SupplierNotifier notifier;
    private final PartnerReader log;

    SupplierPokeResource(
            SupplierPokes pokes, SupplierStore store, SupplierMail mail, SupplierNotifier notifier, PartnerReader log) {
        this.pokes = pokes;
        this.store = store;
        this.mail = mail;
        this.notifier = notifier;
        this.log = log;
    }

    /**
     * Applies an action to an order, and answers with the order after it, the documents as they will be sent, and the
     * answer to a notification.
     */
    @POST
    @Path("orders/{number: .+}")
    public String poke(
            @PathParam("supplier") String name, @PathParam("number") String number, @Context UriInfo uri, byte[] body) {
        SupplierSystem supplier = SupplierSystem.named(name);
        Poke poke = new Poke(SandboxJson.object(body));
        SupplierPokes.Result result = pokes.poke(supplier, number, poke);
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        answer.set("order", SupplierTruth.of(result.order()));
        ArrayNode documents = answer.putArray("documents");
        for (Document document : result.documents()) {
            documents.add(text(supplier, result.ids(), document));
        }
        String notify = poke.text("notify").orElse("false");
        if (!notify.equals("false") && !result.ids().isEmpty()) {
            boolean byNumber = notify.equals("number");
            byte[] notice = byNumber ? numbers(result.order()) : content(supplier, result);
            String type =
                    byNumber ? MediaType.APPLICATION_JSON : supplier.writer().contentType();
            answer.set("notification", notifier.notify(supplier, uri.getBaseUri(), type, notice));
        }
        return answer.toString();
    }

    private String text(SupplierSystem supplier, List<Long> ids, Document document) {
        return supplier.writer().write(List.of(document), ids.isEmpty() ? 0 : mail.interchange(supplier, ids));
    }

    private byte[] content(SupplierSystem supplier, SupplierPokes.Result result) {
        Document last = result.documents().get(result.documents().size() - 1);
        List<Long> id =
                result.ids().subList(result.ids().size() - 1, result.ids().size());
        return text(supplier, id, last).getBytes(supplier.writer().charset());
    }

    private static byte[] numbers(Order order) {
        ObjectNode notice = SandboxJson.MAPPER.createObjectNode();
        notice.putArray("orders").add(order.reference());
        return notice.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Applies an action to many of the supplier's open orders in the ERP at once. */
    @POST
    @Path("orders")
    public String pokeMany(
            @PathParam("supplier") String name,
            @QueryParam("action") String action,
            @QueryParam("count") @DefaultValue("1000") int count,
            @QueryParam("after") @DefaultValue("") String after,
            byte[] body) {
        SupplierSystem supplier = SupplierSystem.named(name);
        ObjectNode asked =
                body == null || body.length == 0 ? SandboxJson.MAPPER.createObjectNode() : SandboxJson.object(body);
        if (action != null) {
            asked.put("action", action);
        }
        Poke poke = new Poke(asked);
        if (List.of("place", "repeat", "out-of-order").contains(poke.action())) {
            throw new SandboxProblem(400, "Only one order at a time can be poked to " + poke.action());
        }
        int poked = pokes.pokeMany(supplier, poke, count, after);
        return SandboxJson.MAPPER.createObjectNode().put("documents", poked).toString();
    }

    /** Returns the order as the supplier has it. */
    @GET
    @Path("orders/{number: .+}")
    public String order(@PathParam("supplier") String name, @PathParam("number") String number) {
        return store.order(SupplierSystem.named(name).name(), number)
                .map(order -> SupplierTruth.of(order).toString())
                .orElseThrow(() -> new SandboxProblem(
                        404, name + " has no order '" + number + "'; it gets it when it is poked first"));
    }

    @GET
    @Path("acknowledgements")
    public String acknowledgements(
            @PathParam("supplier") String name, @QueryParam("limit") @DefaultValue("50") int limit) {
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        mail.acknowledgements(SupplierSystem.named(name), limit).forEach(items::add);
        return answer.toString();
    }

    /** Returns the numbers of requests, answered documents and received acknowledgements. */
    @GET
    @Path("log")
    public String log(@PathParam("supplier") String name) {
        String supplier = SupplierSystem.named(name).name();
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        for (String entity : List.of("documents", "orders", "acknowledgements")) {
            answer.set(entity, SandboxJson.parse(log.log(supplier, entity)));
        }
        return answer.toString();
    }
}
