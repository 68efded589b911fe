package dev.syncline.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Five suppliers in the test's own process, each with a document of its format for each of its orders. Of what was ordered
 * of a line, {@link #ORDERED}, they confirm {@link #confirmed} and back-order the rest.
 */
final class Mailboxes implements AutoCloseable {
    static final List<String> SUPPLIERS = List.of("atlas", "borealis", "cobalt", "delta", "everest");
    static final int LINES = 10;
    static final int ORDERED = 20;

    private static final Pattern PAGE = Pattern.compile("(?:.*&)?limit=(\\d+)(?:&cursor=(\\d+))?.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final int orders;
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private volatile boolean takesAcknowledgements = true;

    /** @param orders of each supplier */
    Mailboxes(int orders) throws IOException {
        this.orders = orders;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String supplier) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + supplier;
    }

    /** How many documents were answered in kind. */
    int acknowledgements() {
        return acknowledgements.get();
    }

    /** Answers acknowledgements with an error of its own from now on. */
    void takesNoAcknowledgements() {
        takesAcknowledgements = false;
    }

    /** The supplier's n-th order, counted from 0. */
    static String order(String supplier, int n) {
        return "PO-" + (10_000 + n * SUPPLIERS.size() + SUPPLIERS.indexOf(supplier));
    }

    static int confirmed(String order, int line) {
        return 1 + Math.floorMod(order.hashCode() + line * 3, ORDERED - 1);
    }

    private void answer(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/");
        byte[] asked = call.getRequestBody().readAllBytes();
        if (path[2].equals("acknowledgements") && !takesAcknowledgements) {
            call.sendResponseHeaders(500, -1);
            call.close();
            return;
        }
        if (path[2].equals("acknowledgements")) {
            acknowledgements.addAndGet(asked.length > 0 ? 1 : 0);
            call.sendResponseHeaders(202, -1);
            call.close();
            return;
        }
        if (path.length > 3) {
            send(call, body(path[1], List.of(path[3]), 0, null)); // asked for by its number
            return;
        }
        Matcher page = PAGE.matcher(call.getRequestURI().getQuery());
        if (!page.matches()) {
            throw new IOException("No page: " + call.getRequestURI());
        }
        int from = page.group(2) == null ? 0 : Integer.parseInt(page.group(2));
        int to = Math.min(from + Integer.parseInt(page.group(1)), orders);
        String next = to < orders ? Integer.toString(to) : null;
        if (next != null) {
            call.getResponseHeaders().add("Link", "<http://localhost/documents?cursor=" + next + ">; rel=\"next\"");
        }
        List<String> some =
                IntStream.range(from, to).mapToObj(n -> order(path[1], n)).toList();
        send(call, body(path[1], some, from, next));
    }

    private static void send(HttpExchange call, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static String body(String supplier, List<String> orders, int from, String next) throws IOException {
        String link = next == null ? "null" : '"' + next + '"';
        return switch (supplier) {
            case "atlas" -> x12(orders, from);
            case "borealis" -> edifact(orders, from);
            case "cobalt" -> list(orders.stream().map(Mailboxes::ubl).toList(), link);
            case "delta" -> list(orders.stream().map(Mailboxes::cxml).toList(), link);
            default ->
                "{\"orders\":[" + orders.stream().map(Mailboxes::json).collect(Collectors.joining(",")) + "],\"next\":"
                        + link + "}";
        };
    }

    private static String list(List<String> documents, String next) throws IOException {
        List<Map<String, String>> elements =
                documents.stream().map(content -> Map.of("content", content)).toList();
        return "{\"documents\":" + JSON.writeValueAsString(elements) + ",\"next\":" + next + "}";
    }

    private interface Line {
        String of(int line, int confirmed, int rest);
    }

    private static String lines(String order, String between, Line line) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(n -> line.of(n, confirmed(order, n), ORDERED - confirmed(order, n)))
                .collect(Collectors.joining(between));
    }

    private static String x12(List<String> orders, int from) {
        StringBuilder text = new StringBuilder("ISA*00*          *00*          *ZZ*ATLAS          *ZZ*SYNCLINE       "
                + "*261122*0542*U*00401*%09d*0*P*>~GS*PR*ATLAS*SYNCLINE*20261122*0542*%d*X*004010~"
                        .formatted(from + 1, from + 1));
        int set = 0;
        for (String order : orders) {
            text.append("ST*855*%04d~BAK*00*AC*%s*20261122****S-%s*20261122~".formatted(++set, order, order))
                    .append(lines(
                            order,
                            "",
                            (line, confirmed, rest) -> "PO1*%d*20*EA*9.5*PE*BP*P-%d~ACK*IQ*%d*EA~ACK*IB*%d*EA~"
                                    .formatted(line, line, confirmed, rest)))
                    .append("CTT*10~SE*%d*%04d~".formatted(4 + 3 * LINES, set));
        }
        return text.append("GE*%d*%d~IEA*1*%09d~".formatted(set, from + 1, from + 1))
                .toString();
    }

    private static String edifact(List<String> orders, int from) {
        StringBuilder text =
                new StringBuilder("UNB+UNOC:3+BOREALIS:14+SYNCLINE:14+261122:0542+%d'".formatted(from + 1));
        int message = 0;
        for (String order : orders) {
            text.append("UNH+%d+ORDRSP:D:96A:UN'BGM+231+S-%s-1+4'DTM+137:20261122054248:204'RFF+ON:%s'RFF+VN:S-%s'"
                            .formatted(++message, order, order, order))
                    .append(lines(
                            order,
                            "",
                            (line, confirmed, rest) ->
                                    "LIN+%d+3'PIA+1+P-%d:IN'QTY+21:20:PCE'QTY+113:%d:PCE'QTY+83:%d:PCE'"
                                            .formatted(line, line, confirmed, rest)))
                    .append("UNS+S'UNT+%d+%d'".formatted(7 + 5 * LINES, message));
        }
        return text.append("UNZ+%d+%d'".formatted(message, from + 1)).toString();
    }

    private static String ubl(String order) {
        return """
                <r:OrderResponse xmlns:r="urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2"
                    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                    xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
                  ><ID>S-%1$s-1</ID><SalesOrderID>S-%1$s</SalesOrderID><IssueDate>2026-11-22</IssueDate
                  ><OrderResponseCode>CA</OrderResponseCode><a:OrderReference><ID>%1$s</ID></a:OrderReference
                  ><a:SellerSupplierParty/><a:BuyerCustomerParty/>%2$s</r:OrderResponse>"""
                .formatted(
                        order,
                        lines(
                                order,
                                "",
                                (line, confirmed, rest) ->
                                        """
                                        <a:OrderLine><a:LineItem><ID>%1$d</ID><LineStatusCode>3</LineStatusCode
                                        ><Quantity unitCode="EA">%2$d</Quantity
                                        ><MaximumBackorderQuantity unitCode="EA">%3$d</MaximumBackorderQuantity
                                        ><a:Item><Name>Item</Name></a:Item></a:LineItem
                                        ><a:OrderLineReference><LineID>%1$d</LineID></a:OrderLineReference></a:OrderLine>"""
                                                .formatted(line, confirmed, rest)));
    }

    private static String cxml(String order) {
        return """
                <cXML payloadID="%1$s-1@delta.example" timestamp="2026-11-22T05:42:48Z"><Header/><Request
                ><ConfirmationRequest><ConfirmationHeader confirmID="%1$s-1" operation="new" type="detail"
                noticeDate="2026-11-22T05:42:48Z"><SupplierOrderInfo orderID="S-%1$s"/></ConfirmationHeader
                ><OrderReference orderID="%1$s"/>%2$s</ConfirmationRequest></Request></cXML>"""
                .formatted(
                        order,
                        lines(
                                order,
                                "",
                                (line, confirmed, rest) ->
                                        """
                                        <ConfirmationItem quantity="20" lineNumber="%d"><UnitOfMeasure>EA</UnitOfMeasure
                                        ><ConfirmationStatus quantity="%d" type="accept"/><ConfirmationStatus
                                        quantity="%d" type="backordered"/></ConfirmationItem>"""
                                                .formatted(line, confirmed, rest)));
    }

    private static String json(String order) {
        return """
                {"orderNumber":"S-%1$s","poNumber":"%1$s","revision":1,"status":"backordered",
                 "updatedAt":"2026-11-22T05:42:48Z","lines":[%2$s]}"""
                .formatted(
                        order,
                        lines(
                                order,
                                ",",
                                (line, confirmed, rest) ->
                                        """
                                        {"lineNumber":%1$d,"poLineNumber":"%1$d","buyerSku":"P-%1$d","status":"backordered",
                                         "quantityOrdered":20,"quantityConfirmed":%2$d,"quantityBackordered":%3$d,"unit":"EA"}"""
                                                .formatted(line, confirmed, rest)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
