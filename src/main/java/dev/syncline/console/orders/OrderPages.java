package dev.syncline.console.orders;

import static dev.syncline.console.frame.FormFields.strippedOrNull;

import dev.syncline.api.http.Roles;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/** The list of purchase orders. */
@Path("/orders")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class OrderPages {
    private final OrderLists lists;
    private final Frames frames;

    OrderPages(OrderLists lists, Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "orders")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, OrderList list);
    }

    @GET
    public String list(
            @QueryParam("vendor") String vendor,
            @QueryParam("stale") String stale,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        return Templates.list(
                        frames.of("Purchase orders", Section.ORDERS),
                        lists.of(
                                strippedOrNull(vendor),
                                strippedOrNull(stale),
                                strippedOrNull(q),
                                strippedOrNull(cursor)))
                .render();
    }
}
