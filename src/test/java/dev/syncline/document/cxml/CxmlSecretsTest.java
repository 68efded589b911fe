package dev.syncline.document.cxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.Samples;
import dev.syncline.support.Published;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CxmlSecretsTest {
    private final CxmlReader reader = new CxmlReader(Clock.systemUTC());

    private String redacted(String xml) {
        return new String(reader.redacted(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void takesTheSecretOutAndLeavesEverythingElseAsItIs() {
        byte[] document = Samples.own("cxml/confirmation.xml");
        String text = new String(document, StandardCharsets.UTF_8);

        byte[] expected = text.replace("open-sesame-77", "***").getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, reader.redacted(document));
    }

    @Test
    void aDocumentWithoutSecretsIsTheSame() {
        byte[] document = "<cXML><Response/></cXML>".getBytes(StandardCharsets.UTF_8);
        assertSame(document, reader.redacted(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<SharedSecret>s3cr3t</SharedSecret>|<SharedSecret>***</SharedSecret>",
                "<SharedSecret >s3cr3t</SharedSecret ><a/>|<SharedSecret >***</SharedSecret ><a/>",
                "<c:SharedSecret a=\"b\">s3cr3t</c:SharedSecret>|<c:SharedSecret a=\"b\">***</c:SharedSecret>",
                "<DigitalSignature type=\"PK7\"><x>s3cr3t</x></DigitalSignature>|<DigitalSignature type=\"PK7\">***</DigitalSignature>",
                "<CredentialMac type='x'>s3cr3t</CredentialMac>|<CredentialMac type='x'>***</CredentialMac>",
                "<sharedsecret>s3cr3t</sharedsecret>|<sharedsecret>***</sharedsecret>",
                "<SharedSecret><![CDATA[s3</SharedSecret>cr3t]]></SharedSecret><b/>|<SharedSecret>***</SharedSecret><b/>",
                "<SharedSecret><!-- </SharedSecret> -->s3cr3t</SharedSecret><b/>|<SharedSecret>***</SharedSecret><b/>",
                "<SharedSecret>s3<SharedSecret/>cr3t</SharedSecret>|<SharedSecret>***</SharedSecret>",
                "<SharedSecret/><Name>A</Name>|<SharedSecret/><Name>A</Name>",
                "<a><SharedSecret>s3cr3t|<a><SharedSecret>***",
                "<a><SharedSecret x=\"s3cr3t>s3cr3t</SharedSecret>|<a><***</SharedSecret>",
                "<a>s3cr3t</SharedSecret><b>B</b>|<a>***</SharedSecret><b>B</b>",
                "<Shared>s3cr3t</SharedSecret>|<Shared>***</SharedSecret>",
                "<SharedSecrs3cr3t</SharedSecret>|<***</SharedSecret>",
                "<SharedSecret>s3cr3t</SharedSecreu><b>B</b>|<SharedSecret>***",
                "<PCard expiration='2027' number='4111'/>|<PCard expiration='2027' number=\"***\"/>",
            })
    void takesOutMoreRatherThanLess(String xml, String expected) {
        assertEquals(expected, redacted(xml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void readsWideCharacters(String charset) {
        Charset wide = Charset.forName(charset);
        byte[] document = "<?xml version='1.0'?><a><SharedSecret>s3cr3t</SharedSecret>ü</a>".getBytes(wide);

        assertEquals(
                "<?xml version='1.0'?><a><SharedSecret>***</SharedSecret>ü</a>",
                new String(reader.redacted(document), wide));
    }

    @Test
    void endsWhateverTheDocument() {
        for (String part :
                List.of("<SharedSecret", "<PCard ", "</SharedSecret ", "<SharedSecret>", ">", "<![CDATA[", "\"")) {
            byte[] document = part.repeat((8 << 20) / part.length()).getBytes(StandardCharsets.UTF_8);
            assertTimeoutPreemptively(Duration.ofMinutes(10), () -> reader.redacted(document), part);
        }
    }

    @Test
    void noDocumentKeepsItsSecret() {
        int secrets = 0;
        for (Path file : Samples.allOwn("cxml")) {
            byte[] document = Samples.bytes(file);
            String kept = new String(reader.redacted(document), StandardCharsets.UTF_8);
            for (String secret : List.of("open-sesame-77", "velvet-anvil-31", "4111111111111111", "5500000000000004")) {
                secrets += new String(document, StandardCharsets.UTF_8).contains(secret) ? 1 : 0;
                assertFalse(kept.contains(secret), file.toString());
            }
        }
        assertTrue(secrets > 10, "only " + secrets + " secrets to take out");
    }

    @Test
    @Tag(Published.TAG)
    void noPublishedDocumentKeepsItsSecret() {
        for (String file : List.of("OrderRequest", "ShipNoticeRequest", "ConfirmationRequest-request_doc")) {
            byte[] document = Samples.published("cxml/" + file + ".xml");
            String text = new String(document, StandardCharsets.UTF_8);
            String secret = text.replaceAll("(?s).*<SharedSecret>(.*)</SharedSecret>.*", "$1");

            assertTrue(text.contains(secret));
            assertFalse(new String(reader.redacted(document), StandardCharsets.UTF_8).contains(secret));
        }
    }
}
