package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.JsonWriter;
import dev.syncline.sandbox.partner.PartnerGate;
import dev.syncline.sandbox.supplier.SupplierMail.Letter;
import dev.syncline.sandbox.supplier.SupplierMail.Page;
import dev.syncline.sandbox.supplier.SupplierSystem.Polling;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The suppliers as Syncline calls them: documents since, documents of an order, acknowledgements. */
@Path("/sandbox/{supplier: atlas|borealis|cobalt|delta|everest}")
@Blocking
@PermitAll
@Tag(name = "Sandbox")
public class SupplierResource {
    private static final int DEFAULT = 100;
    private static final int MOST = 1_000;
    private final PartnerGate gate;
    private final SupplierMail mail;

    SupplierResource(PartnerGate gate, SupplierMail mail) {
        this.gate = gate;
        this.mail = mail;
    }

    /** {@code from} and {@code to} are the words of the JSON supplier. */
    @GET
    @Path("documents")
    public Response documents(
            @PathParam("supplier") String name,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @QueryParam("since") String since,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        SupplierSystem supplier = SupplierSystem.named(name);
        gate.authorize(name, authorization);
        return gate.answer(name, "documents", request, () -> {
            int most = limit == null ? DEFAULT : Math.max(1, Math.min(limit, MOST));
            Instant first = instant(since != null ? since : from);
            Page page = mail.page(supplier, first, instant(until != null ? until : to), null, cursor, most);
            return answer(supplier, page, uri);
        });
    }

    @GET
    @Path("orders")
    public Response orders(
            @PathParam("supplier") String name,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @QueryParam("since") String since,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (SupplierSystem.named(name).polling() != Polling.ORDERS) {
            throw new SandboxProblem(404, name + " answers documents, not orders");
        }
        return documents(name, authorization, request, uri, since, from, until, to, limit, cursor);
    }

    @GET
    @Path("orders/{number: .+}/documents")
    public Response documentsOfOrder(
            @PathParam("supplier") String name,
            @PathParam("number") String number,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        SupplierSystem supplier = SupplierSystem.named(name);
        gate.authorize(name, authorization);
        return gate.answer(
                name,
                "orders",
                request,
                () -> answer(supplier, mail.page(supplier, null, null, number, null, MOST), uri));
    }

    @GET
    @Path("orders/{number: .+}")
    public Response order(
            @PathParam("supplier") String name,
            @PathParam("number") String number,
            @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        if (SupplierSystem.named(name).polling() != Polling.ORDERS) {
            throw new SandboxProblem(404, name + " answers documents, not orders");
        }
        return documentsOfOrder(name, number, authorization, request, uri);
    }

    @POST
    @Path("acknowledgements")
    public Response acknowledge(
            @PathParam("supplier") String name,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Content-Type") String contentType,
            @Context HttpServerRequest request,
            byte[] body) {
        SupplierSystem supplier = SupplierSystem.named(name);
        gate.authorize(name, authorization);
        return gate.answer(name, "acknowledgements", request, () -> {
            mail.acknowledge(supplier, contentType, body);
            return Response.accepted().build();
        });
    }

    private Response answer(SupplierSystem supplier, Page page, UriInfo uri) {
        return switch (supplier.polling()) {
            case LIST -> json(list(supplier, page));
            case ORDERS -> json(((JsonWriter) supplier.writer()).page(page.documents(), page.next()));
            case INTERCHANGE ->
                page.letters().isEmpty() ? Response.noContent().build() : interchange(supplier, page, uri);
        };
    }

    private static String list(SupplierSystem supplier, Page page) {
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        ArrayNode documents = answer.putArray("documents");
        for (Letter letter : page.letters()) {
            documents
                    .addObject()
                    .put("id", supplier.name() + "-" + letter.id())
                    .put("at", letter.at().toString())
                    .put("content", supplier.writer().write(List.of(letter.document()), letter.id()));
        }
        return answer.put("next", page.next()).toString();
    }

    private Response interchange(SupplierSystem supplier, Page page, UriInfo uri) {
        long control = mail.interchange(
                supplier, page.letters().stream().map(Letter::id).toList());
        byte[] content = supplier.writer()
                .write(page.documents(), control)
                .getBytes(supplier.writer().charset());
        Response.ResponseBuilder response =
                Response.ok(content, supplier.writer().contentType());
        if (page.next() != null) {
            response.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.next())
                            .build())
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    private static Response json(String body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Instant instant(String text) {
        try {
            return text == null || text.isEmpty()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new SandboxProblem(400, "No ISO time with offset: " + text);
        }
    }
}
