package dev.syncline.api.search;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Roles;
import dev.syncline.purchasing.OrderQueries;
import dev.syncline.record.search.RecordMatches;
import dev.syncline.record.search.StatusTableSearch;
import dev.syncline.route.Catalog;
import dev.syncline.run.RunQueries;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.DocumentSearch;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/search")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class SearchResource {
    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private final StatusTableSearch records;
    private final Catalog catalog;
    private final RunQueries runs;
    private final OrderQueries orders;
    private final DocumentSearch documents;
    private final Suppliers suppliers;

    SearchResource(
            StatusTableSearch records,
            Catalog catalog,
            RunQueries runs,
            OrderQueries orders,
            DocumentSearch documents,
            Suppliers suppliers) {
        this.records = records;
        this.catalog = catalog;
        this.runs = runs;
        this.orders = orders;
        this.documents = documents;
        this.suppliers = suppliers;
    }

    @GET
    @Operation(
            summary = "Finds records, routes, runs, purchase orders and documents of suppliers, at most 10 of each",
            description =
                    "Records by the beginning of their key or a part of their title; routes by id or title; runs by"
                            + " number; orders and documents by the beginning of their number. allTitles is false if not every"
                            + " title was looked at")
    public SearchView search(
            @Parameter(description = "What to look for; nothing is found without it") @QueryParam("q") String q)
            throws SQLException {
        String text = q == null ? "" : q.strip();
        if (text.isEmpty()) {
            return SearchView.nothing(text);
        } else if (text.length() > LONGEST) {
            throw new BadRequest("q has " + text.length() + " characters, and must have at most " + LONGEST);
        }
        RecordMatches found = records.find(text, MOST);
        return new SearchView(
                text,
                found.records().stream()
                        .map(match -> new SearchView.FoundRecord(
                                match.route(),
                                match.key(),
                                match.title(),
                                match.status().name()))
                        .toList(),
                found.isWhole(),
                routes(text.toLowerCase(Locale.ROOT)),
                run(text).stream().toList(),
                orders(text),
                documents.beginning(text, suppliers.all().keySet(), MOST).stream()
                        .map(match -> new SearchView.FoundDocument(
                                match.id(), match.supplier(), match.document(), match.type(), match.receivedAt()))
                        .toList());
    }

    private List<SearchView.FoundRoute> routes(String text) {
        return catalog.all().stream()
                .filter(route -> Stream.of(route.id(), route.title())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text)))
                .limit(MOST)
                .map(route -> new SearchView.FoundRoute(route.id(), route.title()))
                .toList();
    }

    /** A number, also as people write it: {@code run 4711}, {@code #4711}. */
    private Optional<SearchView.FoundRun> run(String text) {
        String number = text.replaceFirst("(?i)^(run\\s*|#)", "");
        if (!number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return runs.find(Long.parseLong(number))
                .map(run -> new SearchView.FoundRun(run.id, run.route, run.status.name(), run.createdAt));
    }

    private List<SearchView.FoundOrder> orders(String text) throws SQLException {
        return orders.list(null, null, text, "", "", MOST).stream()
                .map(order -> new SearchView.FoundOrder(order.vendor(), order.number()))
                .toList();
    }
}
