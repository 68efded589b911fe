package dev.syncline.console.search;

import dev.syncline.api.http.Roles;
import dev.syncline.api.search.SearchResource;
import dev.syncline.api.search.SearchView;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.State;
import dev.syncline.console.search.SearchPage.Group;
import dev.syncline.console.search.SearchPage.Hit;
import dev.syncline.record.RecordStatus;
import dev.syncline.work.WorkStatus;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One search for records, routes, runs, orders and documents; and what the search field suggests meanwhile. */
@Path("/search")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class SearchPages {
    private final SearchResource search;
    private final Frames frames;

    SearchPages(SearchResource search, Frames frames) {
        this.search = search;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "search")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance page(Frame frame, SearchPage page);

        static native TemplateInstance suggestions(SearchPage page);
    }

    @GET
    public String get(@QueryParam("q") String q, @HeaderParam("HX-Target") String target) throws SQLException {
        SearchPage page = page(search.search(q));
        if ("suggestions".equals(target)) {
            return Templates.suggestions(page).render();
        }
        return Templates.page(frames.of("Search", null).searching(page.q()), page)
                .render();
    }

    private SearchPage page(SearchView found) {
        List<Group> groups = new ArrayList<>();
        add(groups, "Records", found.records().stream().map(SearchPages::hit).toList());
        add(
                groups,
                "Routes",
                found.routes().stream()
                        .map(route -> new Hit(route.title(), route.id(), null, "/routes/" + route.id()))
                        .toList());
        add(
                groups,
                "Runs",
                found.runs().stream()
                        .map(run -> new Hit(
                                "Run " + run.id(),
                                run.route() + ", "
                                        + frames.when(run.createdAt()).relative(),
                                State.of(WorkStatus.valueOf(run.status())),
                                "/runs/" + run.id()))
                        .toList());
        add(
                groups,
                "Purchase orders",
                found.orders().stream()
                        .map(order -> new Hit(order.number(), "of vendor " + order.vendor(), null, address(order)))
                        .toList());
        add(
                groups,
                "Documents of suppliers",
                found.documents().stream()
                        .map(document -> new Hit(
                                document.document(),
                                document.supplier() + (document.type() == null ? "" : ", " + document.type())
                                        + ", received "
                                        + frames.when(document.receivedAt()).relative(),
                                null,
                                null))
                        .toList());
        return new SearchPage(
                found.q(), groups, Address.of("/records").with("q", found.q()).toString(), !found.allTitles());
    }

    private static void add(List<Group> groups, String title, List<Hit> hits) {
        if (!hits.isEmpty()) {
            groups.add(new Group(title, hits));
        }
    }

    private static Hit hit(SearchView.FoundRecord record) {
        return new Hit(
                record.title().isBlank() ? record.key() : record.title(),
                record.key() + ", " + record.route(),
                State.of(RecordStatus.valueOf(record.status())),
                Address.of("/record")
                        .with("route", record.route())
                        .with("key", record.key())
                        .toString());
    }

    private static String address(SearchView.FoundOrder order) {
        return Address.of("/order")
                .with("vendor", order.vendor())
                .with("number", order.number())
                .toString();
    }
}
