package dev.syncline.page;

import dev.syncline.json.ListFormat;
import dev.syncline.page.paging.Paging;
import dev.syncline.page.paging.TimeFormat;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.Systems;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.http.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.camel.Exchange;

/** Makes the calls that read the pages of a range, in the words of the parameters of {@code http-read}. */
@ApplicationScoped
class HttpPageCalls {
    private static final String TIME = "{time}";

    private final HttpCall calls;
    private final Systems systems;

    HttpPageCalls(HttpCall calls, Systems systems) {
        this.calls = calls;
        this.systems = systems;
    }

    /** Prepares the next call of a read: of the page that its paging names, or of the address that the last answer gave. */
    void prepare(HttpPage page, SyncRoute route, Map<String, String> words, Exchange exchange) {
        ReadRequest request = page.request();
        String system = request.system(route);
        String path = words.get("call").replace("{path}", request.path(route));
        if (page.link() != null) {
            URI base = URI.create(systems.url(system) + path);
            calls.prepare(exchange, system, request.part(), "GET", address(route, system, base, page.link()));
        } else {
            String query = query(page, route.zone(), words);
            calls.prepare(
                    exchange,
                    system,
                    request.part(),
                    "GET",
                    path + (query.isEmpty() ? "" : (path.indexOf('?') < 0 ? "?" : "&") + query));
        }
        if (format(words) != null) {
            exchange.getMessage()
                    .setHeader("Accept", format(words) == ListFormat.CSV ? "text/csv" : "application/x-ndjson");
        }
        exchange.getMessage().setBody(null);
    }

    /** Returns the format of answers; null for JSON. */
    static ListFormat format(Map<String, String> words) {
        String format = words.getOrDefault("format", "json");
        return format.equals("json") ? null : ListFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }

    private URI address(SyncRoute route, String system, URI base, String link) {
        return Origin.allowed(systems, system, base, link)
                .orElseThrow(() -> new InvalidSource("Route " + route.id() + ": system " + system
                        + " names a next page at " + Origin.shown(link) + ", which is not "
                        + Origin.shown(base) + ": what signs calls in is not sent there. If it is right, set"
                        + " syncline.systems." + system + ".origins to it"));
    }

    private static String query(HttpPage page, ZoneId zone, Map<String, String> words) {
        StringJoiner query = new StringJoiner("&");
        ReadRequest request = page.request();
        Paging paging = page.paging();
        add(query, paging.limit(), Integer.toString(request.limit()));
        add(query, words.get("cursor"), page.cursor());
        TimeFormat format = TimeFormat.of(words.getOrDefault("times", "iso"));
        Instant from = request.window().from();
        Instant to = request.window().to();
        String first = from == null ? null : format.from(from, zone);
        String end = to == null ? null : format.to(to, zone);
        String filter = words.getOrDefault("filter", "");
        if (filter.isEmpty()) {
            add(query, words.get("from"), first);
            add(query, words.get("to"), end);
        } else {
            StringJoiner conditions = new StringJoiner(" and ");
            condition(conditions, words.get("from"), first);
            condition(conditions, words.get("to"), end);
            add(query, filter, conditions.length() == 0 ? null : conditions.toString());
        }
        if (request.depth() == Depth.DEEP && !words.get("deep").isBlank()) {
            query.add(words.get("deep"));
        }
        return query.toString();
    }

    private static void condition(StringJoiner conditions, String template, String time) {
        if (time != null && !template.isEmpty()) {
            conditions.add(template.replace(TIME, time));
        }
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null && !name.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
