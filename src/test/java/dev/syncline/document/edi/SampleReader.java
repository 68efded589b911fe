package dev.syncline.document.edi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.document.DocumentReader;
import dev.syncline.document.Limits;
import dev.syncline.document.Reading;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.Unreadable;
import java.util.List;

/** Reads the public samples of a format. */
public record SampleReader(DocumentReader reader) {
    public Reading read(String name) throws Unreadable {
        return reader.read(Samples.published(reader.format() + "/" + name), Limits.DEFAULT);
    }

    /** The first order of a document of which nothing is missing. */
    public static SupplierOrder order(Reading reading, String id, String type) {
        assertEquals(id, reading.id());
        assertEquals(type, reading.type());
        assertEquals(List.of(), reading.faults());
        return reading.orders().get(0);
    }

    /** @param name of a bad sample */
    public Unreadable unreadable(String name) {
        byte[] document = Samples.published(reader.format() + "/bad/" + name);
        return assertThrows(Unreadable.class, () -> reader.read(document, Limits.DEFAULT));
    }
}
