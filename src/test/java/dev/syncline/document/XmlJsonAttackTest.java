package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.json.JsonReader;
import dev.syncline.document.ubl.UblReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to do harm. A server stands by, which must not be asked for anything. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlJsonAttackTest {
    private static final DocumentReader CXML = new CxmlReader(Clock.systemUTC());
    private static final DocumentReader UBL = new UblReader();
    private static final DocumentReader JSON = new JsonReader();
    /** A quarter of what is allowed, and a twentieth of the elements: what goes beyond it costs as much less to read. */
    private static final DocumentLimits LIMITS = new DocumentLimits(4 << 20, 64, 50_000, 1 << 18);

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final String ORDER_NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Order-2";
    private static final String BASIC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    @TempDir
    static Path folder;

    private static HttpServer server;
    private static String url;
    private static String secretFile;

    @BeforeAll
    static void startServer() throws IOException, UnreadableDocument {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            byte[] entity = "<!ENTITY e 'fetched'>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, entity.length);
            exchange.getResponseBody().write(entity);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Path file = Files.writeString(folder.resolve("passwd"), "root-of-all-evil");
        secretFile = file.toUri().toString();
        UBL.read(ubl("", "", "<cbc:ID>1</cbc:ID>").getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @AfterEach
    void nothingWasFetched() {
        assertEquals(0, ASKED.getAndSet(0));
    }

    private static String cxml(String prolog, String attributes, String content) {
        return prolog + "<cXML payloadID='p1'" + attributes
                + "><Request><OrderRequest><OrderRequestHeader orderID='1'/>"
                + "<ItemOut quantity='1'><ItemDetail><Description>" + content
                + "</Description></ItemDetail></ItemOut></OrderRequest></Request></cXML>";
    }

    private static String ubl(String prolog, String attributes, String content) {
        return prolog + "<Order xmlns='" + ORDER_NAMESPACE + "' xmlns:cbc='" + BASIC + "'" + attributes + ">" + content
                + "</Order>";
    }

    /** Prologs that declare entities, and what refers to them. */
    static Stream<List<String>> entities() {
        String lol = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                .collect(Collectors.joining());
        return Stream.of(
                List.of("<!DOCTYPE x [<!ENTITY e 'harmless'>]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secretFile + "'>]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY e SYSTEM '" + url + "e'>]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY e PUBLIC 'p' '" + url + "e'>]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY % p SYSTEM '" + url + "p'> %p;]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY % p SYSTEM '" + url + "p'> %p;]>", ""),
                List.of("<!DOCTYPE x SYSTEM '" + url + "d' [<!ENTITY e 'harmless'>]>", "&e;"),
                List.of("<!DOCTYPE x SYSTEM '" + url + "d' []>", ""),
                List.of("<!DOCTYPE x [<!ATTLIST cXML payloadID CDATA 'other'>]>", ""),
                List.of(
                        "<!DOCTYPE x [<!NOTATION n SYSTEM '" + url + "n'><!ENTITY e SYSTEM '" + url + "e' NDATA n>]>",
                        "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY l0 'lol'>" + lol + "]>", "&l20;"),
                List.of("<!DOCTYPE x [<!ENTITY a '" + "a".repeat(100_000) + "'>]>", "&a;".repeat(10_000)),
                List.of("<!DOCTYPE x [" + "<!ENTITY e 'x'>".repeat(100_000) + "]>", "&e;"),
                List.of("<!DOCTYPE x [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>", "&a;"),
                List.of("", "&e;"),
                List.of("<!DOCTYPE x SYSTEM '" + url + "d'>", "&e;"));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void entitiesAreNotRead(List<String> attack) {
        for (String content : List.of(attack.get(1), "<a b='" + attack.get(1) + "'/>")) {
            Readings.Outcome cxml = Readings.read(CXML, bytes(cxml(attack.get(0), "", content)));
            Readings.Outcome ubl =
                    Readings.read(UBL, bytes(ubl(attack.get(0), "", "<cbc:ID>" + content + "</cbc:ID>")));

            assertNotNull(cxml.unreadable());
            assertNotNull(ubl.unreadable());
            assertFalse((cxml.told() + ubl.told()).contains("root-of-all-evil"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void entitiesInWideCharactersAreNotReadEither(String charset) {
        String attack = cxml("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM '" + url + "e'>]>", "", "&e;");
        assertNotNull(
                Readings.read(CXML, attack.getBytes(Charset.forName(charset))).unreadable());
    }

    @Test
    void theDtdOfCxmlMayBeNamedAndIsNotFetched() {
        for (String prolog : List.of(
                "<!DOCTYPE cXML SYSTEM \"" + url + "cXML.dtd\">",
                "<!DOCTYPE cXML SYSTEM '" + url + "cXML.dtd' >",
                "<!DOCTYPE cXML PUBLIC '-//cXML//DTD' \"" + url + "cXML.dtd\">",
                "<!DOCTYPE cXML SYSTEM '" + secretFile + "'>")) {
            Readings.Outcome outcome = Readings.read(CXML, bytes(cxml(prolog, "", "A &lt;&#65;&amp; B")));
            assertEquals(
                    "A <A& B", outcome.reading().orders().get(0).lines().get(0).description());
        }
    }

    @Test
    void schemasAndIncludesAndStylesheetsAreNotFetched() {
        String hints = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + ORDER_NAMESPACE
                + " " + url + "o.xsd urn:x " + url + "x.xsd' xsi:noNamespaceSchemaLocation='" + url + "n.xsd'";
        String include = "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='" + url + "i' parse='text'/>";
        String style = "<?xml-stylesheet href='" + url + "s'?>";
        String extension = "<e:UBLExtensions xmlns:e='urn:oasis:names:specification:ubl:schema:xsd:"
                + "CommonExtensionComponents-2'><e:UBLExtension><e:ExtensionContent><x:x xmlns:x='urn:x'/><y/>"
                + "</e:ExtensionContent></e:UBLExtension></e:UBLExtensions>";

        Readings.Outcome ubl = Readings.read(UBL, bytes(ubl(style, hints, extension + "<cbc:ID>1</cbc:ID>" + include)));
        Readings.Outcome cxml = Readings.read(CXML, bytes(cxml(style, hints, include + "A")));

        assertEquals("1", ubl.reading().orders().get(0).orderNumber());
        assertEquals("A", cxml.reading().orders().get(0).lines().get(0).description());
    }

    static Stream<String> bombs() {
        int most = LIMITS.text() + 1;
        String attributes =
                IntStream.range(0, 100_000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
        String namespaces = IntStream.range(0, 30_000)
                .mapToObj(i -> " xmlns:n" + i + "='u" + i + "'")
                .collect(Collectors.joining());
        return Stream.of(
                "<a>".repeat(100_000),
                "<a>".repeat(65) + "</a>".repeat(65),
                "<a/>".repeat(LIMITS.parts() + 1),
                "<Extrinsic/>".repeat(LIMITS.parts() + 1),
                "x".repeat(most),
                "<![CDATA[" + "x".repeat(most) + "]]>",
                "<![CDATA[x]]>".repeat(most),
                "&lt;".repeat(most),
                "<a b='" + "x".repeat(most) + "'/>",
                "<a" + attributes + "/>",
                "<a" + " a='1'".repeat(101) + "/>",
                "<a" + namespaces + "/>",
                nested(60, " xmlns:n%d%d='u'"),
                "<" + "a".repeat(100_000) + "/>",
                "x".repeat(LIMITS.bytes()));
    }

    private static String nested(int depth, String namespace) {
        return IntStream.range(0, depth)
                .mapToObj(i -> IntStream.range(10, 90)
                        .mapToObj(n -> namespace.formatted(i, n))
                        .collect(Collectors.joining("", "<a", ">")))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsTooLargeIsUnreadable(String bomb) {
        assertNotNull(Readings.read(CXML, bytes(cxml("", "", bomb)), LIMITS).unreadable());
        assertNotNull(Readings.read(UBL, bytes(ubl("", "", "<cbc:ID>" + bomb + "</cbc:ID>")), LIMITS)
                .unreadable());
    }

    @Test
    void whatIsLargeAndAllowedIsRead() {
        String comment = "<!--" + "x".repeat(2 * DocumentLimits.DEFAULT.text()) + "-->";
        String notes = "<cbc:Note>n</cbc:Note>".repeat(10_000);

        assertNotNull(Readings.read(CXML, bytes(cxml("", "", comment + "A"))).reading());
        assertNotNull(Readings.read(UBL, bytes(ubl("", "", "<cbc:ID>1</cbc:ID>" + comment)))
                .reading());
        Readings.Outcome many = Readings.read(UBL, bytes(ubl("", "", "<cbc:ID>1</cbc:ID>" + notes)));
        assertNotNull(many.reading());
        assertTrue(many.reading().warnings().size() <= 21);
    }

    @Test
    void compressedDocumentsAreRefused() throws IOException {
        byte[] zeros = new byte[8 << 20];
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(zeros);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("order.xml"));
            out.write(zeros);
        }
        for (DocumentReader reader : List.of(CXML, UBL, JSON)) {
            for (byte[] bomb : List.of(gzip.toByteArray(), zip.toByteArray())) {
                assertTrue(Readings.read(reader, bomb).told().startsWith("The document is compressed ("));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "IBM037", "UTF-32", "x-nonsense", "ISO-2022-JP"})
    void otherEncodingsAreRefused(String encoding) {
        String prolog = "<?xml version='1.0' encoding='" + encoding + "'?>";
        assertTrue(Readings.read(CXML, bytes(cxml(prolog, "", "A"))).told().startsWith("Encoding '" + encoding));
    }

    @Test
    void bytesThatAreNotInTheEncodingAreRefused() {
        byte[] latin = cxml("<?xml version='1.0' encoding='UTF-8'?>", "", "Tür").getBytes(StandardCharsets.ISO_8859_1);
        Readings.Outcome refused = Readings.read(CXML, latin);
        assertTrue(refused.told().startsWith("The document is not in UTF-8"), refused.told());

        byte[] declared =
                cxml("<?xml version='1.0' encoding='ISO-8859-1'?>", "", "Tür").getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = ("\uFEFF" + cxml("", "", "Tür")).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] document : List.of(declared, marked)) {
            assertEquals(
                    "Tür",
                    Readings.read(CXML, document)
                            .reading()
                            .orders()
                            .get(0)
                            .lines()
                            .get(0)
                            .description());
        }
    }

    static Stream<String> jsonBombs() {
        String colliding = IntStream.range(0, 1 << 14)
                .mapToObj(i -> "\""
                        + Integer.toBinaryString(1 << 14 | i).replace("0", "Aa").replace("1", "BB") + "\":1")
                .collect(Collectors.joining(","));
        return Stream.of(
                "{\"orders\":" + "[".repeat(100_000),
                "{\"orders\":" + "[".repeat(65) + "]".repeat(65) + "}",
                "{\"orders\":" + "{\"a\":".repeat(100_000),
                "{\"orders\":[" + "1,".repeat(LIMITS.parts() + 1) + "1]}",
                "{\"orders\":[],\"x\":\"" + "x".repeat(LIMITS.text() + 1) + "\"}",
                "{\"orders\":[],\"" + "x".repeat(100_000) + "\":1}",
                "{\"orders\":[],\"x\":" + "9".repeat(1_000_000) + "}",
                "{\"orders\":[],\"x\":\"" + "x".repeat(LIMITS.bytes()) + "\"}",
                "{\"orders\":[],\"x\":1,\"x\":1}",
                "{\"orders\":[]}" + "[]".repeat(1000),
                "{" + colliding + "}");
    }

    @ParameterizedTest
    @MethodSource("jsonBombs")
    void jsonThatIsTooMuchIsUnreadable(String bomb) {
        assertNotNull(Readings.read(JSON, bytes(bomb), LIMITS).unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1e-1000000000", "1e99999999999", "\"1e1000000000\""})
    void hugeExponentsAreFaultsAtNoCost(String number) {
        Readings.Outcome outcome = Readings.read(
                JSON, bytes("{\"orders\":[{\"poNumber\":\"1\",\"lines\":[{\"quantityOrdered\":" + number + "}]}]}"));

        assertTrue(outcome.unreadable() != null || outcome.reading().faults().size() == 1);
    }

    @Test
    void orderNumbersAreTextWhateverIsInThem() {
        String number = "1'; drop table orders; --/../../etc/passwd%00";
        Readings.Outcome json = Readings.read(JSON, bytes("{\"orders\":[{\"poNumber\":\"" + number + "\"}]}"));
        Readings.Outcome ubl = Readings.read(UBL, bytes(ubl("", "", "<cbc:ID>" + number + "</cbc:ID>")));

        assertEquals(number, json.reading().orders().get(0).orderNumber());
        assertEquals(number, ubl.reading().orders().get(0).orderNumber());
        assertNull(ubl.unreadable());
    }

    @Test
    void problemsInTheHeaderOfCxmlTellNothingOfItsContent() {
        for (String secret :
                List.of("a&s3cr3t;b", "a<s3cr3t", "a</s3cr3t>", "a]]>s3cr3t", "s3cr3t\u0001", "&#x0;s3cr3t")) {
            String xml = "<cXML payloadID='p1'><Header><Sender><Credential><SharedSecret>" + secret
                    + "</SharedSecret></Credential></Sender></Header><Request/></cXML>";
            Readings.Outcome outcome = Readings.read(CXML, bytes(xml));

            assertNotNull(outcome.unreadable(), xml);
            assertFalse(outcome.told().contains("s3cr3t"), outcome.told());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
