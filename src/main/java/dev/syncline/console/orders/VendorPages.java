package dev.syncline.console.orders;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Roles;
import dev.syncline.api.orders.VendorView;
import dev.syncline.api.orders.VendorsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** The vendors of purchase orders, each with its switch and what that would touch. */
@Path("/vendors")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class VendorPages {
    private final VendorsResource vendors;
    private final Frames frames;
    private final FormTokens tokens;

    VendorPages(VendorsResource vendors, Frames frames, FormTokens tokens) {
        this.vendors = vendors;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "orders")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance vendors(Frame frame, VendorList list);
    }

    @GET
    public String list(@QueryParam("stale") String stale, @QueryParam("cursor") String cursor) throws SQLException {
        String flag = stale == null || stale.isBlank() ? null : stale;
        Listing<VendorView> found = vendors.list(flag, null, cursor);
        boolean isStale = "true".equals(flag);
        VendorList list = new VendorList(
                isStale,
                found.items().stream().map(VendorSwitch::of).toList(),
                found.next() == null
                        ? null
                        : Address.of("/vendors")
                                .with("stale", flag)
                                .with("cursor", found.next())
                                .toString(),
                cursor == null || cursor.isBlank()
                        ? null
                        : Address.of("/vendors").with("stale", flag).toString(),
                isStale
                        ? "No vendor has a stale order: each that follows was synced since its supplier's notification."
                        : "No vendor has purchase orders yet. Run the route that reads the ERP's orders into the order"
                                + " book; the overview lists it.");
        return Templates.vendors(frames.of("Vendors", Section.ORDERS), list).render();
    }

    /** The numbers that the page said must hold still: nobody switches more orders than was said. */
    @POST
    @Path("/auto-sync")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response autoSync(@BeanParam SwitchForm form) throws SQLException {
        tokens.check(form.token);
        String vendor = named(form.vendor);
        VendorSwitch now = VendorSwitch.of(vendors.get(vendor, vendor));
        if (!form.says(now.counts())) {
            throw new Conflict("The orders of vendor " + vendor + " have changed since the page was made: " + now.open()
                    + " are open by now, and " + now.following() + " follow. Nothing was switched. Load the page again,"
                    + " and see what the switch touches");
        }
        Response answer = vendors.autoSync(vendor, vendor, form.body());
        return next(answer, Address.of("/orders").with("vendor", vendor).toString());
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response refresh(@RestForm String token, @RestForm String vendor) throws SQLException {
        tokens.check(token);
        Response answer = vendors.refresh(named(vendor), vendor);
        return next(answer, Address.of("/orders").with("vendor", vendor).toString());
    }

    /** The run that was begun, which shows that it worked; else the page with what was changed. */
    static Response next(Response answer, String otherwise) {
        URI run = answer.getLocation();
        String to = run == null ? otherwise : run.getPath().replaceFirst("^/api", "");
        return Response.seeOther(URI.create(to)).build();
    }

    private static String named(String vendor) {
        if (vendor == null || vendor.isBlank()) {
            throw new BadRequest("The form names no vendor. Load the page again");
        }
        return vendor;
    }
}
