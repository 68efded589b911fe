package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.edi.EdiSamples;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.json.JsonReader;
import dev.syncline.document.ubl.UblReader;
import dev.syncline.document.x12.X12Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of our own documents says what stands beside it in a file of its name that ends in {@code .told}. */
class DocumentsTest {
    private static final List<DocumentReader> READERS = List.of(
            new X12Reader(EdiSamples.CLOCK),
            new EdifactReader(EdiSamples.CLOCK),
            new UblReader(),
            new CxmlReader(EdiSamples.CLOCK),
            new JsonReader());

    static Stream<Arguments> documents() {
        return READERS.stream()
                .flatMap(reader -> Samples.allOwn(reader.format()).stream().map(file -> Arguments.of(reader, file)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("documents")
    void saysWhatStandsBesideIt(DocumentReader reader, Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName() + ".told");
        String told = told(reader, Samples.bytes(file));
        assertTrue(Files.isRegularFile(expected), () -> "No file " + expected + "; the document says\n" + told);
        assertEquals(Files.readString(expected), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12", "edifact", "ubl", "cxml", "json"})
    void documentsAreGoodAndBad(String format) {
        List<Path> documents = Samples.allOwn(format);
        long bad = documents.stream()
                .filter(file -> file.getParent().endsWith("bad"))
                .count();
        assertTrue(bad >= 4 && documents.size() - bad >= 6, documents.toString());
    }

    private static String told(DocumentReader reader, byte[] document) {
        StringBuilder told = new StringBuilder();
        ParsedDocument.Acknowledgement answer;
        try {
            ParsedDocument reading = reader.read(document, DocumentLimits.DEFAULT);
            told.append("id: ").append(reading.id()).append("\ntype: ").append(reading.type());
            told.append("\nnext: ").append(reading.next()).append('\n');
            for (SupplierOrder order : reading.orders()) {
                told.append("order: ").append(EdiSamples.told(order)).append('\n');
                EdiSamples.lines(order)
                        .forEach(line -> told.append("  ").append(line).append('\n'));
            }
            reading.faults().forEach(fault -> told.append("fault: ")
                    .append(fault.problem() + " (at " + fault.place())
                    .append(")\n"));
            reading.warnings()
                    .forEach(warning -> told.append("warning: ").append(warning).append('\n'));
            answer = reading.acknowledgement();
        } catch (UnreadableDocument e) {
            told.append("unreadable: ").append(e.getMessage()).append('\n');
            answer = e.acknowledgement();
        }
        if (answer != null) {
            told.append("answer: ").append(answer.contentType()).append('\n');
            told.append(new String(answer.content(), StandardCharsets.UTF_8).strip())
                    .append('\n');
        }
        // The words of the JDK's parser are not ours: they differ between its versions and languages
        return told.toString()
                .replaceAll("(The schema does not allow: cvc[-.\\w]+).*( \\(at line)", "$1$2")
                .replaceAll("(The XML is not well-formed: ).*?(; send it whole)", "$1…$2");
    }
}
