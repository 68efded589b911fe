package dev.syncline.console.orders;

import static dev.syncline.console.frame.FormFields.strippedOrNull;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Roles;
import dev.syncline.api.orders.PurchaseOrdersResource;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import dev.syncline.console.orders.Sheets.Sheet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestForm;

/** One purchase order: how it stands, whether it follows its supplier, and the documents that made it so. */
@Path("/order")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class OrderPage {
    private final OrderDetails details;
    private final SheetTexts sheets;
    private final PurchaseOrdersResource orders;
    private final Frames frames;
    private final FormTokens tokens;

    OrderPage(
            OrderDetails details, SheetTexts sheets, PurchaseOrdersResource orders, Frames frames, FormTokens tokens) {
        this.details = details;
        this.sheets = sheets;
        this.orders = orders;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "orders")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance order(Frame frame, OrderDetail detail);

        static native TemplateInstance document(Frame frame, Sheet sheet, String order, String back);
    }

    @GET
    public String get(
            @QueryParam("vendor") String vendor,
            @QueryParam("number") String number,
            @QueryParam("documents") String documents)
            throws SQLException {
        check(vendor, number);
        OrderDetail detail = details.of(vendor, number, strippedOrNull(documents));
        return Templates.order(frames.of("Order " + number, Section.ORDERS), detail)
                .render();
    }

    @GET
    @Path("/document")
    public String document(
            @QueryParam("vendor") String vendor, @QueryParam("number") String number, @QueryParam("id") String id)
            throws SQLException {
        check(vendor, number);
        Sheet sheet = sheets.one(vendor, number, id);
        return Templates.document(
                        frames.of(sheet.title(), Section.ORDERS), sheet, number, OrderDetails.address(vendor, number))
                .render();
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response refresh(@RestForm String token, @RestForm String vendor, @RestForm String number)
            throws SQLException {
        tokens.check(token);
        check(vendor, number);
        Response answer = orders.refresh(vendor, number, vendor, number);
        return VendorPages.next(answer, OrderDetails.address(vendor, number));
    }

    @POST
    @Path("/auto-sync")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response autoSync(
            @RestForm String token, @RestForm String vendor, @RestForm String number, @RestForm boolean enabled)
            throws SQLException {
        tokens.check(token);
        check(vendor, number);
        orders.autoSync(vendor, number, vendor, number, "{\"enabled\":" + enabled + "}");
        return Response.seeOther(URI.create(OrderDetails.address(vendor, number)))
                .build();
    }

    private static void check(String vendor, String number) {
        if (vendor == null || number == null) {
            throw new BadRequest("An order is named by its vendor and its number. The list of orders leads to it");
        }
    }
}
