package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.json.JsonAnswer;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.paging.Paging;
import dev.syncline.page.paging.PagingWay;
import dev.syncline.page.paging.TimeFormat;
import dev.syncline.route.ChangeTracking;
import dev.syncline.route.DeletePolicy;
import dev.syncline.route.RouteSource;
import dev.syncline.route.RouteTarget;
import dev.syncline.route.RouteTitle;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.Systems;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.http.LinkHeader;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way of paging, against a server that does exactly that, with 1,003 records. */
class HttpPagingTest {
    private static final int RECORDS = 1_003;
    private static final int LIMIT = 100;
    private static final SyncRoute ROUTE = route();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> held = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private String way;
    private int cap = Integer.MAX_VALUE;
    private String linkHost;
    private IntConsumer before = call -> {};

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            held.add(key(i));
        }
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        // server's way, parameters, calls
        "cursor, '', 11",
        "cursor-flagged, hasMore=has_more, 11",
        "page, paging=page cursor=page, 12",
        "page, paging=page cursor=page end=short, 11",
        "page, paging=page cursor=page end=total, 11",
        "page, paging=page cursor=page pages=page_count, 11",
        "page, paging=page cursor=page hasMore=meta.more, 11",
        "page-0, paging=page cursor=page firstPage=0, 12",
        "offset, paging=offset cursor=offset, 12",
        "offset, paging=offset cursor=offset end=short, 11",
        "offset, paging=offset cursor=offset end=total, 11",
        "link, paging=link records=, 11",
        "next-link, paging=next-link next=@odata.nextLink records=value, 11",
        "next-relative, paging=next-link next=links.next, 11",
        "keyset, paging=keyset cursor=after, 12",
        "keyset, paging=keyset cursor=after end=short, 12",
        "none, paging=none records=, 1",
    })
    void readsEveryRecordOnce(String serverWay, String parameters, int expectedCalls) throws Exception {
        way = serverWay;
        List<String> read = read(parameters);
        assertEquals(RECORDS, read.size());
        assertEquals(new TreeSet<>(held), new TreeSet<>(read));
        assertTrue(Math.abs(calls.size() - expectedCalls) <= 1, calls.size() + " calls");
    }

    /** A server that gives fewer records than it is asked for is no reason to end. */
    @ParameterizedTest
    @CsvSource({
        "page, paging=page cursor=page",
        "page, paging=page cursor=page end=short",
        "offset, paging=offset cursor=offset",
        "offset, paging=offset cursor=offset end=short",
        "offset, paging=offset cursor=offset end=total",
        "keyset, paging=keyset cursor=after",
        "keyset, paging=keyset cursor=after end=short"
    })
    void readsEveryRecordOfAServerWithSmallerPages(String serverWay, String parameters) throws Exception {
        way = serverWay;
        cap = 40;
        assertEquals(new TreeSet<>(held), new TreeSet<>(read(parameters)));
    }

    /** What a server says of more, and is not followed, is an error, never an end. */
    @ParameterizedTest
    @CsvSource({
        "page, '', 'says that it has 1003 records'",
        "total-alone, '', 'says that it has 1003 records (total), and gave 100'",
        "page, total=, 'says that there is more (meta.has_more: true)'",
        "next-link, records=value total=, 'says that there is more (@odata.nextLink: '",
        "cursor, next=wrong total=, 'says that there is more (nextCursor: '",
        "cursor-flagged, next=wrong hasMore=has_more, 'names no next page'",
        "cursor, hasMore=wrong, 'has in ''wrong'' nothing'",
        "bare, '', 'does not say whether there are more'",
        "bare, paging=page cursor=p, 'turns in a circle'",
        "bare, paging=offset cursor=o, 'has other records before offset 100'",
        "link, paging=page cursor=p records=, 'turns in a circle'",
        "link, paging=none records=, 'a header Link with rel=\"next\"'",
        "offset, paging=offset cursor=offset end=total total=wrong, 'has in ''wrong'' no number'"
    })
    void tellsWhatWasCutOff(String serverWay, String parameters, String said) {
        way = serverWay;
        InvalidSource told = assertThrows(InvalidSource.class, () -> read(parameters));
        assertTrue(told.getMessage().contains(said), told.getMessage());
        assertTrue(told.getMessage().startsWith("Route items-to-taker: system own "), told.getMessage());
    }

    /** Rows that are deleted, added and moved while the pages are read: those that stay are all read. */
    @ParameterizedTest
    @CsvSource({
        "offset, paging=offset cursor=offset",
        "page, paging=page cursor=page",
        "keyset, paging=keyset cursor=after",
        "cursor, ''"
    })
    void readsWhatStaysWhileOtherRowsAreDeleted(String serverWay, String parameters) throws Exception {
        way = serverWay;
        Set<String> stays = new HashSet<>(held);
        before = call -> {
            if (call == 4 || call == 9) {
                for (int i = 0; i < 7; i++) {
                    stays.remove(held.remove(5));
                }
            }
        };
        boolean keepsItsPlace = serverWay.equals("cursor");
        Set<String> read = new HashSet<>(read(parameters));
        stays.removeAll(read);
        assertEquals(keepsItsPlace ? stays.size() : 0, stays.size(), () -> "passed over: " + stays);
    }

    @Test
    void givesUpOnRowsThatMoveAllTheTime() {
        way = "offset";
        before = call -> held.remove(0);
        String said = assertThrows(InvalidSource.class, () -> read("paging=offset cursor=offset"))
                .getMessage();
        assertTrue(said.contains("each time it is read"), said);
    }

    @Test
    void followsNoLinkToAnotherHost() throws Exception {
        way = "next-link";
        String parameters = "paging=next-link next=@odata.nextLink records=value";
        for (String host : List.of(
                "http://evil.example",
                "https://localhost:" + server.getAddress().getPort(),
                "http://localhost:" + server.getAddress().getPort() + "@evil.example",
                "//evil.example",
                "ftp://localhost")) {
            linkHost = host;
            calls.clear();
            String said =
                    assertThrows(InvalidSource.class, () -> read(parameters)).getMessage();
            assertTrue(said.contains("names a next page at ") && said.contains("syncline.systems.own.origins"), said);
            assertEquals(1, calls.size());
        }
        linkHost = "http://127.0.0.1:" + server.getAddress().getPort();
        String listed = parameters + " origins=https://other.example,http://127.0.0.1:"
                + server.getAddress().getPort();
        assertEquals(RECORDS, read(listed).size());
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2026-03-01T11:30:15.250Z, 2026-03-02T00:00:00Z",
        "iso-seconds, 2026-03-01T11:30:14Z, 2026-03-02T00:00:01Z",
        "date, 2026-02-28, 2026-03-03",
        "epoch, 1772364614, 1772409601",
        "epoch-millis, 1772364615249, 1772409600001",
        "rfc1123, 'Sun, 1 Mar 2026 11:30:14 GMT', 'Mon, 2 Mar 2026 00:00:01 GMT'"
    })
    void asksForTheRangeInTheWordsOfTheApi(String times, String from, String to) throws Exception {
        way = "none";
        Window window = new Window(
                Instant.parse("2026-03-01T11:30:15.250Z"), Instant.parse("2026-03-02T00:00:00Z"), null, false);
        read("paging=none records= from=since to=until times=" + times, window);
        assertEquals("/items?since=" + from + "&until=" + to, decoded(calls.get(0)));
        read("paging=none records= filter=$filter from=changed_ge_{time} to=changed_lt_{time} times=" + times, window);
        assertEquals("/items?$filter=changed_ge_" + from + " and changed_lt_" + to, decoded(calls.get(1)));
        read("paging=none records= from=since to= call=/items?sort=id times=" + times, Window.ALL);
        assertEquals("/items?sort=id", calls.get(2));
    }

    @Test
    void theParametersAreThoseThatTheStartUpCheckKnows() {
        assertEquals("cursor, page, offset, link, next-link, keyset, none", PagingWay.all());
        assertEquals("iso, iso-seconds, date, epoch, epoch-millis, rfc1123", TimeFormat.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</a?page=2>; rel=\"next\" | /a?page=2",
                "<http://x/a,b;c>; rel=next | http://x/a,b;c",
                "<p1>; rel=\"prev\", <p3>; title=\"a, b\"; rel=\"last next\" | p3",
                "<p1>; rel=\"nextish\" | ",
                "<p1>; title=\"rel=next\" | ",
                "nonsense | ",
            })
    void readsTheHeaderLink(String header, String next) {
        assertEquals(next, LinkHeader.next(header));
        assertEquals(next, LinkHeader.next(List.of("<p0>; rel=first", header)));
    }

    private List<String> read(String parameters) throws Exception {
        return read(parameters, Window.ALL);
    }

    private List<String> read(String parameters, Window window) throws Exception {
        Map<String, String> words = new HashMap<>(Map.of(
                "call",
                "/items",
                "limit",
                "limit",
                "cursor",
                "cursor",
                "from",
                "",
                "to",
                "",
                "deep",
                "",
                "records",
                "records",
                "key",
                "key",
                "changedAt",
                "changedAt"));
        words.putAll(Map.of("data", "", "deleted", "deleted", "next", "nextCursor", "total", "total"));
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(" ")) {
            words.put(parameter.split("=")[0], parameter.substring(parameter.indexOf('=') + 1));
        }
        Systems systems = new Systems(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(
                                Map.of(
                                        "syncline.systems.own.url",
                                        "http://localhost:"
                                                + server.getAddress().getPort(),
                                        "syncline.systems.own.origins",
                                        words.getOrDefault("origins", "http://nobody.example")),
                                "test"))
                        .build(),
                null);
        HttpPageCalls pageCalls =
                new HttpPageCalls(new HttpCall(systems, new RetryAfterOutage(null, systems, null, null)), systems);
        List<String> read = new ArrayList<>();
        ReadRequest request = new ReadRequest(1, ROUTE.id(), window, Depth.SHALLOW, null, null, LIMIT);
        while (request != null) {
            Page page = page(request, words, pageCalls);
            page.rows().forEach(row -> read.add(row.key()));
            request = request.after(page);
        }
        return read;
    }

    /** As the steps of the template do. */
    private Page page(ReadRequest request, Map<String, String> words, HttpPageCalls pageCalls) throws Exception {
        Paging paging = Paging.of(words);
        HttpPage page = new HttpPage(request, "Route " + ROUTE.id() + ": system own", paging);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        SystemCaller.set(exchange, new HttpReading(page));
        while (page.page() == null) {
            pageCalls.prepare(page, ROUTE, words, exchange);
            HttpResponse<byte[]> reply = call(exchange.getMessage());
            page.begin(new HttpRows(ROUTE, Side.SOURCE, "own", words, new Mapping(), () -> false));
            JsonAnswer answer = JsonAnswer.read(
                    new ByteArrayInputStream(reply.body()),
                    null,
                    Set.of(words.get("records")),
                    paging.fields(),
                    1 << 20,
                    (field, record) -> page.take(record));
            assertTrue(answer.hasList(words.get("records")));
            page.end(
                    answer,
                    switch (paging.way()) {
                        case CURSOR, NEXT_LINK -> (String) answer.field(words.get("next"));
                        default -> LinkHeader.next(reply.headers().allValues("Link"));
                    });
        }
        return page.page();
    }

    private HttpResponse<byte[]> call(Message message) throws IOException, InterruptedException {
        String query = message.getHeader(Exchange.HTTP_QUERY, String.class);
        URI address = URI.create(message.getHeader(Exchange.HTTP_URI) + (query == null ? "" : "?" + query));
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            calls.add(call.getRequestURI().toString());
            before.accept(calls.size());
            byte[] body = body(call).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    private String body(HttpExchange call) {
        Map<String, String> query = new HashMap<>();
        for (String pair : String.valueOf(call.getRequestURI().getQuery()).split("&")) {
            query.put(pair.split("=")[0], pair.substring(pair.indexOf('=') + 1));
        }
        int limit = Math.min(cap, Integer.parseInt(query.getOrDefault("limit", "100")));
        String position = query.getOrDefault(
                switch (way) {
                    case "page", "page-0" -> "page";
                    case "offset" -> "offset";
                    case "keyset" -> "after";
                    default -> "cursor";
                },
                "");
        int from =
                switch (way) {
                    case "page" -> (Integer.parseInt(position.isEmpty() ? "1" : position) - 1) * limit;
                    case "page-0" -> Integer.parseInt(position) * limit;
                    case "keyset" ->
                        (int) held.stream()
                                .filter(key -> key.compareTo(position) <= 0)
                                .count();
                    case "none", "bare", "total-alone" -> 0;
                    default -> position.isEmpty() ? 0 : Integer.parseInt(position);
                };
        int to = way.equals("none") ? held.size() : Math.min(held.size(), from + limit);
        List<String> records = new ArrayList<>();
        for (String key : from >= to ? List.<String>of() : held.subList(from, to)) {
            records.add("{\"key\":\"" + key + "\",\"name\":\"Name\"}");
        }
        String list = "[" + String.join(",", records) + "]";
        boolean isMore = to < held.size();
        String origin =
                linkHost == null ? "http://localhost:" + server.getAddress().getPort() : linkHost;
        String next = "/items?cursor=" + to + "&limit=" + limit;
        if (way.equals("link") && isMore) {
            call.getResponseHeaders()
                    .add("Link", "<" + origin + "/items>; rel=\"first\", <" + origin + next + ">; rel=\"next\"");
        }
        return switch (way) {
            case "none", "link" -> list;
            case "next-link" ->
                "{\"value\":" + list + (isMore ? ",\"@odata.nextLink\":\"" + origin + next + "\"" : "") + "}";
            case "next-relative" ->
                "{\"records\":" + list + ",\"links\":{\"next\":" + (isMore ? "\"?cursor=" + to + "\"" : "null") + "}}";
            case "cursor" ->
                "{\"records\":" + list + ",\"nextCursor\":" + (isMore ? "\"" + to + "\"" : "null") + ",\"total\":"
                        + held.size() + "}";
            case "cursor-flagged" ->
                "{\"records\":" + list + ",\"nextCursor\":\"" + to + "\",\"has_more\":" + isMore + "}";
            case "page", "page-0", "offset" ->
                "{\"meta\":{\"more\":" + isMore + (isMore ? ",\"has_more\":true" : "") + "},\"records\":" + list
                        + ",\"page_count\":" + (held.size() + limit - 1) / limit + ",\"total\":" + held.size() + "}";
            case "total-alone" -> "{\"records\":" + list + ",\"total\":" + held.size() + "}";
            default -> "{\"records\":" + list + "}";
        };
    }

    private static String decoded(String uri) {
        return URLDecoder.decode(uri, StandardCharsets.UTF_8);
    }

    private static String key(int number) {
        return String.format("K-%05d", number);
    }

    private static SyncRoute route() {
        return new SyncRoute(
                new RouteTitle("items-to-taker", "Items", "Tests", "items", "name"),
                new RouteSource("own", List.of("key"), "", "", "items", "", List.of()),
                new ChangeTracking("changedAt", "", ZoneId.of("UTC"), null, true, 0, 0),
                new RouteTarget("taker", "items", "", "", "", List.of(), DeletePolicy.IGNORE, 20),
                null,
                null,
                null);
    }
}
