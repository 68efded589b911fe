package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.HostileTexts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What an acknowledgement quotes of a document is a value there: it has the segments and elements that any other has. */
class AcknowledgementEnvelopeTest {
    static Stream<String> texts() {
        return Stream.concat(
                HostileTexts.ALL.stream().map(text -> text.replaceAll("[\r\n]", "")),
                Stream.of(
                        "A~B*C:D^E", "A'B+C:D?E", "~IEA*1*000000001~", "'UNZ+1+1'", "*", "+", "<!--", "]]>", "&evil;"));
    }

    private static String acknowledgement(String format, String document) throws UnreadableDocument {
        ParsedDocument reading = TradeDocuments.READERS
                .get(format)
                .read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
        return new String(reading.acknowledgement().content(), StandardCharsets.UTF_8);
    }

    /** Separators are others than ours, so all of ours may be in values. */
    private static String x12(String text) {
        return TradeDocuments.x12("PR", "ST*855*@~BAK*00*AC*PO-1*20261201~SE*3*@~")
                .replace('*', '\u001d')
                .replace('~', '\u001c')
                .replace('>', '\u001f')
                .replace("A              ", text)
                .replace("PR\u001dA\u001dB", "PR\u001d" + text + "\u001d" + text)
                .replace("@", text);
    }

    private static String edifact(String text) {
        String released = text.replaceAll("[+:'?]", "?$0");
        return TradeDocuments.edifact("UNH+@+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'UNT+4+@'")
                .replace("+A+B+", "+" + released + "+" + released + "+")
                .replace("0800+1'", "0800+" + released + "'")
                .replace("UNZ+1+1'", "UNZ+1+" + released + "'")
                .replace("@", released);
    }

    private static List<Integer> shape(String interchange, String segment, String element, String component) {
        return Arrays.stream(interchange.split(segment, -1))
                .flatMap(each -> Arrays.stream(each.split(element, -1)).map(part -> part.split(component, -1).length))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void of997(String text) throws UnreadableDocument {
        String plain = acknowledgement("x12", x12("PLAIN"));
        String answer = acknowledgement("x12", x12(text));
        assertEquals(shape(plain, "~", "\\*", ":"), shape(answer, "~", "\\*", ":"), answer);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void ofContrl(String text) throws UnreadableDocument {
        String plain = acknowledgement("edifact", edifact("PLAIN"));
        String answer = acknowledgement("edifact", edifact(text));
        assertEquals(shape(plain, "'", "\\+", ":"), shape(answer, "'", "\\+", ":"), answer);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void ofACxmlResponse(String text) throws Exception {
        String quoted = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
        // The type is not known, and the answer says so
        String answer = acknowledgement(
                "cxml",
                TradeDocuments.cxml(
                        quoted,
                        "<ConfirmationRequest><ConfirmationHeader type='" + quoted
                                + "'/><OrderReference orderID='P'/></ConfirmationRequest>"));
        assertTrue(answer.contains("code=\"400\""), answer);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document parsed =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, parsed.getElementsByTagName("Response").getLength(), answer);
        assertEquals(3, parsed.getElementsByTagName("*").getLength(), answer);
        Element root = parsed.getDocumentElement();
        assertEquals("response." + text.strip(), root.getAttribute("payloadID").strip());
        assertTrue(root.getAttributes().getLength() <= 3, answer);
    }
}
