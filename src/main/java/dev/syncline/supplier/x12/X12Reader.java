package dev.syncline.supplier.x12;

import dev.syncline.supplier.DocumentReader;
import dev.syncline.supplier.Limits;
import dev.syncline.supplier.Reading;
import dev.syncline.supplier.Unreadable;
import dev.syncline.supplier.edi.EdiDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

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
    public Reading read(byte[] document, Limits limits) throws Unreadable {
        return EdiDocument.read(dialect, document, limits);
    }
}
