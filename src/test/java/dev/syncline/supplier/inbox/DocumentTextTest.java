package dev.syncline.supplier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DocumentTextTest {
    @Test
    void textIsDecodedAsItIsWritten() {
        assertEquals("Größe €", DocumentText.of("Größe €".getBytes(StandardCharsets.UTF_8), 0, 0));
        assertEquals("Größe", DocumentText.of("Größe".getBytes(StandardCharsets.ISO_8859_1), 0, 0));
        assertEquals(
                "PO-1",
                DocumentText.of("\uFEFFPO-1".getBytes(StandardCharsets.UTF_16BE), 0, 0)
                        .replace("\uFEFF", ""));
        assertEquals("ab", DocumentText.of("a\0b".getBytes(StandardCharsets.UTF_8), 0, 0));
        assertEquals("", DocumentText.of(new byte[0], 0, 0));
    }

    /** Wherever a document is cut, what is shown is in it, and loses no more than the margins and a character at each end. */
    @Property(tries = 500)
    void aPartIsNoOtherText(
            @ForAll @NotEmpty String text,
            @ForAll @IntRange(max = 40) int before,
            @ForAll @IntRange(max = 40) int after) {
        String document = text.replaceAll("[\0\\p{Cs}]", "x").repeat(3);
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        if (!Secrets.masked(document).equals(document) || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF) {
            return;
        }
        String part = DocumentText.of(bytes, before, after);
        assertTrue(document.contains(part), () -> part + " is not in " + document);
        int lost = bytes.length - part.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(lost <= before + after + 8, lost + " bytes");
    }

    @Test
    void aSecretThatIsCutIsNotShown() {
        String credential = "https://user:a-secret-of-someone@host.example/";
        byte[] bytes = (" ".repeat(600) + credential + " ".repeat(600)).getBytes(StandardCharsets.UTF_8);
        for (int cut = 600; cut < 600 + credential.length(); cut++) {
            byte[] read = Arrays.copyOfRange(bytes, cut - DocumentText.MARGIN, bytes.length);
            String part = DocumentText.of(read, DocumentText.MARGIN, 0);
            assertFalse(part.contains("secret"), part);
            byte[] head = Arrays.copyOfRange(bytes, 0, cut + DocumentText.MARGIN);
            String end = DocumentText.of(head, 0, DocumentText.MARGIN);
            assertFalse(end.contains("secret"), end);
        }
    }
}
