package dev.syncline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonAnswer;
import dev.syncline.json.ListFormat;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.paging.Paging;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.secret.Secrets;
import dev.syncline.system.CallTimes;
import dev.syncline.system.CallWaits;
import dev.syncline.system.Systems;
import dev.syncline.system.WatchedCall;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.http.LinkHeader;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Reads an HTTP system, in the words that the parameters of the template {@code http-read} name. */
@ApplicationScoped
@Named("httpReader")
@RegisterForReflection
public class HttpReader {
    /** Fewer records on a page do not tell whether a field is gone. */
    private static final int TELLING = 20;

    /** Most pages are mapped before: nobody asks for them whether their run was cancelled. */
    private static final Duration HEEDED_AFTER = Duration.ofSeconds(1);

    private final HttpCall calls;
    private final HttpPageCalls pageCalls;
    private final Catalog catalog;
    private final Mapping mapping;
    private final Shapes shapes;
    private final RetryAfterOutage outages;
    private final Systems systems;
    private final CallWaits waits;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    HttpReader(
            HttpCall calls,
            HttpPageCalls pageCalls,
            Catalog catalog,
            Mapping mapping,
            Shapes shapes,
            RetryAfterOutage outages,
            Systems systems,
            CallWaits waits,
            Clock clock) {
        this.calls = calls;
        this.pageCalls = pageCalls;
        this.catalog = catalog;
        this.mapping = mapping;
        this.shapes = shapes;
        this.outages = outages;
        this.systems = systems;
        this.waits = waits;
        this.clock = clock;
    }

    /** Works out what is to be read, which makes the calls of this exchange. */
    public void begin(@Body ReadRequest request, Exchange exchange) {
        SystemCaller.set(exchange, new HttpReading(read(request)));
    }

    /** Whether there is to be another call. */
    public boolean isUnanswered(@ExchangeProperty(SystemCaller.PROPERTY) HttpReading reading) {
        return reading.read().page() == null;
    }

    private HttpRead read(ReadRequest request) {
        SyncRoute route = catalog.get(request.route());
        String system = request.system(route);
        Map<String, String> words = words(system);
        if (request.keys() == null) {
            return new HttpPage(request, "Route " + route.id() + ": system " + system, Paging.of(words));
        }
        if (words.get("lookup").isBlank()) {
            throw new NoLookup(route.id(), system);
        }
        return new HttpLookup(request);
    }

    public void request(@ExchangeProperty(SystemCaller.PROPERTY) HttpReading reading, Exchange exchange)
            throws IOException {
        HttpRead read = reading.read();
        exchange.getMessage().removeHeader(Exchange.HTTP_RESPONSE_CODE);
        ReadRequest request = read.request();
        SyncRoute route = catalog.get(request.route());
        String system = request.system(route);
        Map<String, String> words = words(system);
        boolean isDeep = request.depth() == Depth.DEEP && !words.get("deep").isBlank();
        if (read instanceof HttpLookup lookup) {
            StringJoiner query = new StringJoiner("&");
            add(query, words.get("cursor"), read.cursor());
            calls.prepare(
                    exchange,
                    system,
                    request.part(),
                    "POST",
                    words.get("lookup").replace("{path}", request.path(route))
                            + (query.length() == 0 ? "" : "?" + query));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put(words.getOrDefault("keys", "keys"), lookup.keys());
            if (read.cursor() != null && !words.get("cursor").isEmpty()) {
                body.put(words.get("cursor"), read.cursor());
            }
            if (isDeep) {
                String[] flag = words.get("deep").split("=", 2);
                body.put(flag[0], flag.length == 1 ? "true" : flag[1]);
            }
            exchange.getMessage().setBody(json.writeValueAsBytes(body));
            return;
        }
        pageCalls.prepare((HttpPage) read, route, words, exchange);
    }

    /**
     * Takes the answer of a call.
     *
     * @throws InvalidSource when the answer is no JSON, or not what the source's parameters say
     */
    public void answer(@ExchangeProperty(SystemCaller.PROPERTY) HttpReading reading, Exchange exchange)
            throws IOException {
        HttpRead read = reading.read();
        SyncRoute route = catalog.get(read.request().route());
        String system = read.request().system(route);
        String date = exchange.getMessage().getHeader("Date", String.class);
        reading.answered(AnswerTime.asked(date, reading.nanos(), clock.instant()));
        if (outages.failure(exchange) instanceof HttpOperationFailedException refusal
                && read instanceof HttpLookup lookup) {
            lookup.refused("it answered " + refusal.getStatusCode() + " when it was asked: "
                    + Escaped.bounded(Secrets.masked(String.valueOf(refusal.getResponseBody())), 300));
            return;
        }
        InputStream given = exchange.getMessage().getBody(InputStream.class);
        try (InputStream body = JsonAnswer.body(given)) {
            take(read, body, exchange.getMessage());
        }
    }

    private void take(HttpRead read, InputStream body, Message message) throws IOException {
        SyncRoute route = catalog.get(read.request().route());
        String system = read.request().system(route);
        Map<String, String> words = words(system);
        Paging paging = Paging.of(words);
        String list = HttpPageCalls.format(words) == null ? words.get("records") : "";
        JsonAnswer answer;
        AtomicBoolean isCutOff = new AtomicBoolean();
        read.begin(new HttpRows(route, read.request().side(), system, words, mapping, isCutOff::get));
        // Maps take their time: when the run is over meanwhile, the rest of the page is of no use.
        CallTimes call = new CallTimes(system, clock.instant().plus(HEEDED_AFTER), Instant.MAX, Instant.MAX);
        WatchedCall watched = waits.watch(read.request().part(), call, () -> isCutOff.set(true));
        try (watched) {
            String contentType = message.getHeader(Exchange.CONTENT_TYPE, String.class);
            long longest = systems.longestRecord(system);
            ListFormat format = HttpPageCalls.format(words);
            answer = format == null
                    ? JsonAnswer.read(
                            body,
                            contentType,
                            Set.of(list),
                            paging.fields(),
                            longest,
                            (field, record) -> read.take(record))
                    : format.read(
                            body,
                            contentType,
                            words.get("charset"),
                            words.get("delimiter").charAt(0),
                            longest,
                            (field, record) -> read.take(record));
        } catch (JsonProcessingException e) {
            throw nonsense(
                    route,
                    system,
                    (HttpPageCalls.format(words) == null ? "no JSON, " : "no " + words.get("format") + ": ")
                            + e.getOriginalMessage(),
                    body);
        } catch (MapLimits.CutOff e) {
            throw watched.why();
        }
        if (!answer.hasList(list)) {
            throw nonsense(route, system, answer.without(list, "'records' of its http-read"), body);
        }
        read.end(
                answer,
                switch (paging.way()) {
                    case CURSOR, NEXT_LINK -> next(route, system, words.get("next"), answer);
                    default -> LinkHeader.next(message.getHeaders().get("Link"));
                });
    }

    /** @throws Drift when a field is gone */
    public Page page(@ExchangeProperty(SystemCaller.PROPERTY) HttpReading reading) throws SQLException {
        HttpRead read = reading.read();
        ReadRequest request = read.request();
        boolean isFirst = request.cursor() == null && request.keys() == null;
        if (isFirst && request.side() == Side.SOURCE) {
            checkFields(catalog.get(request.route()), request, read.page().rows());
        }
        return isFirst ? read.page().upTo(reading.horizon()) : read.page();
    }

    /** A cursor may be a text or a number; empty text and false end the pages as its absence does. */
    private static String next(SyncRoute route, String system, String field, JsonAnswer answer) {
        Object next = field.isEmpty() ? null : answer.field(field);
        if (next == null || next.equals(false) || next instanceof String text && text.isBlank()) {
            return null;
        }
        String cursor = next.equals(true) ? null : HttpRows.text(next);
        if (cursor == null) {
            throw new InvalidSource("Route " + route.id() + ": system " + system + " gives as '" + field
                    + "' what is no cursor of a next page, a text or a number. Name the field that is in the parameter"
                    + " 'next' of its http-read");
        }
        return cursor;
    }

    /** A field may be left out where it is empty, so it takes many records to say that one is gone. */
    private void checkFields(SyncRoute route, ReadRequest request, List<Row> rows) throws SQLException {
        List<Set<String>> fields = rows.stream()
                .filter(row -> !row.deleted() && row.mark() == null)
                .map(row -> row.fields().keySet())
                .toList();
        if (fields.size() < TELLING) {
            return;
        }
        Set<String> inAny = new LinkedHashSet<>();
        fields.forEach(inAny::addAll);
        Set<String> inAll = new LinkedHashSet<>(inAny);
        fields.forEach(inAll::retainAll);
        shapes.check(
                route.id(),
                request.depth(),
                route.path() + '\n' + route.map(),
                shown(inAll),
                shown(inAny),
                request.window().equals(Window.ALL));
    }

    private static Set<String> shown(Set<String> names) {
        Set<String> shown = new LinkedHashSet<>();
        names.forEach(name -> shown.add(Escaped.of(name)));
        return shown;
    }

    private static InvalidSource nonsense(SyncRoute route, String system, String problem, InputStream body) {
        return new InvalidSource("Route " + route.id() + ": system " + system + " answered nonsense: "
                + Escaped.bounded(Secrets.masked(problem), 300) + ". It sent: " + JsonAnswer.beginning(body));
    }

    private Map<String, String> words(String system) {
        return catalog.parametersOf(system + ".read");
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null && !name.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
