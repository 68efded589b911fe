package dev.syncline.document.edifact;

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
 * Reads UN/EDIFACT of any directory and its subsets such as EANCOM: ORDRSP Purchase order response, DESADV Despatch
 * advice, and ORDERS Purchase order.
 */
@ApplicationScoped
public class EdifactReader implements DocumentReader {
    private final EdifactDialect dialect;

    /** For the container's proxies. */
    protected EdifactReader() {
        this(Clock.systemUTC());
    }

    @Inject
    public EdifactReader(Clock clock) {
        dialect = new EdifactDialect(clock);
    }

    @Override
    public String format() {
        return "edifact";
    }

    @Override
    public Set<String> named(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int una = text.indexOf("UNA");
        boolean isDeclared = una >= 0 && una + 9 <= text.length() && una < 10;
        String component = Pattern.quote(isDeclared ? text.substring(una + 3, una + 4) : ":");
        String element = Pattern.quote(isDeclared ? text.substring(una + 4, una + 5) : "+");
        String terminator = Pattern.quote(isDeclared ? text.substring(una + 8, una + 9) : "'");
        return OrderNumbers.in(
                document,
                List.of(Pattern.compile(
                        "RFF" + element + "ON" + component + "([^" + component + element + terminator + "\\r\\n]+)")));
    }

    @Override
    public ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument {
        return EdiDocument.read(dialect, document, limits);
    }
}
