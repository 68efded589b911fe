package dev.syncline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.DocumentLimits;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.json.JsonReader;
import dev.syncline.document.ubl.UblReader;
import dev.syncline.document.x12.X12Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast documents are read, with nothing around it: pages of a hundred that {@link Suppliers} left in bench/target, again
 * and again on one thread. It is compiled against the package by bench/run.
 */
final class Reading {
    private static final int ROUNDS = 3;
    private static final long NANOS_PER_ROUND = 2_000_000_000L;

    private Reading() {}

    public static void main(String[] args) throws Exception {
        Clock clock = Clock.systemUTC();
        ObjectMapper json = new ObjectMapper();
        List<DocumentReader> readers = List.of(
                new X12Reader(clock),
                new EdifactReader(clock),
                new UblReader(),
                new CxmlReader(clock),
                new JsonReader());
        for (DocumentReader reader : readers) {
            byte[] page = Files.readAllBytes(Path.of("bench/target/documents", reader.format()));
            List<byte[]> documents = documents(json, page);
            double best = 0;
            double linesOfEach = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                int orders = 0;
                int lines = 0;
                while (System.nanoTime() - start < NANOS_PER_ROUND) {
                    for (byte[] document : documents) {
                        for (SupplierOrder order : read(reader, document)) {
                            orders++;
                            lines += order.lines().size();
                        }
                    }
                }
                linesOfEach = (double) lines / orders;
                best = Math.max(best, orders / ((System.nanoTime() - start) / 1e9));
            }
            System.out.printf("reading %-8s %,8.0f documents/s of %.1f lines%n", reader.format(), best, linesOfEach);
        }
    }

    private static List<SupplierOrder> read(DocumentReader reader, byte[] document) throws UnreadableDocument {
        return reader.read(document, DocumentLimits.DEFAULT).orders();
    }

    /** A page is a list of documents, or a document itself. */
    private static List<byte[]> documents(ObjectMapper json, byte[] page) throws IOException {
        if (page[0] != '{') {
            return List.of(page);
        }
        JsonNode list = json.readTree(page).path("documents");
        List<byte[]> documents = new ArrayList<>();
        list.forEach(document -> documents.add(document.path("content").asText().getBytes(StandardCharsets.UTF_8)));
        return list.isMissingNode() ? List.of(page) : documents;
    }
}
