package dev.syncline.supplier.edifact;

import dev.syncline.supplier.DocumentReader;
import dev.syncline.supplier.Limits;
import dev.syncline.supplier.Reading;
import dev.syncline.supplier.Unreadable;
import dev.syncline.supplier.edi.EdiDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

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
    public Reading read(byte[] document, Limits limits) throws Unreadable {
        return EdiDocument.read(dialect, document, limits);
    }
}
