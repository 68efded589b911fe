package dev.syncline.document.edi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import java.util.List;

/** Reads the public samples of a format. */
public record SampleReader(DocumentReader reader) {
    public ParsedDocument read(String name) throws UnreadableDocument {
        return reader.read(Samples.published(reader.format() + "/" + name), DocumentLimits.DEFAULT);
    }

    /** The first order of a document of which nothing is missing. */
    public static SupplierOrder order(ParsedDocument reading, String id, String type) {
        assertEquals(id, reading.id());
        assertEquals(type, reading.type());
        assertEquals(List.of(), reading.faults());
        return reading.orders().get(0);
    }

    /** @param name of a bad sample */
    public UnreadableDocument unreadable(String name) {
        byte[] document = Samples.published(reader.format() + "/bad/" + name);
        return assertThrows(UnreadableDocument.class, () -> reader.read(document, DocumentLimits.DEFAULT));
    }
}
