package dev.syncline.document.x12;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads ANSI ASC X12 of any version: 855 Purchase Order Acknowledgment, 856 Ship Notice/Manifest, 865 Purchase Order
 * Change Acknowledgment, and 850 Purchase Order.
 */
@ApplicationScoped
public class X12Reader implements DocumentReader {
    private final X12Dialect dialect;

    /** For the container's proxies. */
    protected X12Reader() {
        this(Clock.systemUTC());
    }

    @Inject
    public X12Reader(Clock clock) {
        dialect = new X12Dialect(clock);
    }

    @Override
    public String format() {
        return "x12";
    }

    @Override
    public Set<String> named(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int isa = text.indexOf("ISA");
        String element = Pattern.quote(isa < 0 || isa + 3 >= text.length() ? "*" : text.substring(isa + 3, isa + 4));
        String number = "([^" + element + "~\\r\\n\u0085\u001c]+)";
        String skipped = "[^" + element + "]{0,80}" + element;
        return OrderNumbers.in(
                document,
                List.of(
                        Pattern.compile("(?:BAK|BCA|BEG)" + element + skipped + skipped + number),
                        Pattern.compile("\\bPRF" + element + number),
                        Pattern.compile("\\bREF" + element + "PO" + element + number)));
    }

    @Override
    public ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        return EdiDocument.read(dialect, document, limits);
    }
}
