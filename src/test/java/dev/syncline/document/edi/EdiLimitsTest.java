package dev.syncline.document.edi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.x12.X12Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EdiLimitsTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261201*0815"
                    + "*U*00401*000000001*0*P*>~";
    private static final int MEGABYTE = 1 << 20;
    private static final int MORE_SEGMENTS_THAN_EVER = 300_001;

    private final X12Reader x12 = new X12Reader(EdiSamples.CLOCK);
    private final EdifactReader edifact = new EdifactReader(EdiSamples.CLOCK);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String confirmation(String lines, int segments, int count) {
        return ISA + "GS*PR*A*B*20261201*0815*1*X*004010~ST*855*0001~BAK*00*AC*PO-1*20261201~" + lines + "CTT*" + count
                + "~SE*" + segments + "*0001~GE*1*1~IEA*1*000000001~";
    }

    private static String confirmation(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            text.append("PO1*" + i + "*5*EA*9.99**BP*A-" + i + "*VP*B-" + i + "~PID*F****Item " + i
                    + "~ACK*IA*5*EA*067*20261215~");
        }
        return confirmation(text.toString(), 4 + 3 * lines, lines);
    }

    private static String response(int lines) {
        StringBuilder text =
                new StringBuilder("UNB+UNOC:3+A+B+261201:0815+1'UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+4'RFF+ON:PO-1'");
        for (int i = 1; i <= lines; i++) {
            text.append("LIN+" + i + "+6+4000862141404:EN'PIA+5+A-" + i + ":IN'IMD+F++:::Item " + i
                    + "'QTY+113:5:PCE'DTM+69:20261215:102'");
        }
        return text + "UNS+S'CNT+2:" + lines + "'UNT+" + (6 + 5 * lines) + "+1'UNZ+1+1'";
    }

    private String refused(String document, DocumentLimits limits) {
        return assertThrows(UnreadableDocument.class, () -> x12.read(bytes(document), limits))
                .getMessage();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertEquals(
                "It has 3000 bytes, and at most 2999 are read",
                refused("x".repeat(3000), new DocumentLimits(2999, 64, 1000, 1000)));
        byte[] edi = bytes(response(100));
        assertThrows(UnreadableDocument.class, () -> edifact.read(edi, new DocumentLimits(100, 64, 1000, 1000)));
    }

    @Test
    void refusesTooManySegments() {
        String message = refused(confirmation(100), new DocumentLimits(MEGABYTE, 64, 250, 1000));
        assertTrue(message.startsWith("It has more than 250 segments"), message);
    }

    @Test
    void refusesAnElementThatIsTooLong() {
        String message = refused(
                confirmation("PO1*1*5*EA*9~PID*F****" + "x".repeat(501) + "~", 6, 1),
                new DocumentLimits(MEGABYTE, 64, 1000, 500));
        assertTrue(message.contains("has an element of more than 500 characters"), message);
    }

    @Test
    void readsAnElementOfTheMostCharacters() throws UnreadableDocument {
        ParsedDocument reading = x12.read(
                bytes(confirmation("PO1*1*5*EA*9~PID*F****" + "x".repeat(4095) + "~", 6, 1)), DocumentLimits.DEFAULT);
        assertEquals(4095, reading.orders().get(0).lines().get(0).description().length());
    }

    /** A megabyte without the end of a segment, of an element, or with nothing but separators. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "x*", "*", ">", "x>", "\n", " \n", "~", "?", "\u00a0", "ISA*"})
    void refusesAHugeSegment(String of) {
        String huge = of.repeat(MEGABYTE / Math.max(of.length(), bytes(of).length));
        refused(ISA + huge, DocumentLimits.DEFAULT);
        refused(huge, DocumentLimits.DEFAULT);
        refused(confirmation("PO1*" + huge, 5, 1).replace("GE*1*1~", "GE*1*2"), DocumentLimits.DEFAULT);
        String edi = response(1);
        byte[] inMessage = bytes(
                edi.replace("IMD+F++:::", "IMD+F++:::" + huge.replace('*', '+').replace('~', '\'')));
        assertThrows(UnreadableDocument.class, () -> edifact.read(inMessage, DocumentLimits.DEFAULT), of);
    }

    @Test
    void refusesHundredThousandsOfSegments() {
        refused(ISA + "A1*~".repeat(MORE_SEGMENTS_THAN_EVER), DocumentLimits.DEFAULT);
        refused(confirmation("HL*1*1*I~".repeat(MORE_SEGMENTS_THAN_EVER), 5, 1), DocumentLimits.DEFAULT);
        refused((ISA + "IEA*0*000000001~").repeat(10_000), DocumentLimits.DEFAULT);
    }

    /** Ten times the lines take about ten times the memory. */
    @Test
    void tenThousandLinesAreLinear() throws UnreadableDocument {
        x12.read(bytes(confirmation(1_000)), DocumentLimits.DEFAULT);
        long few = allocated(() -> x12.read(bytes(confirmation(1_000)), DocumentLimits.DEFAULT), 1_000);
        long many = allocated(() -> x12.read(bytes(confirmation(10_000)), DocumentLimits.DEFAULT), 10_000);
        assertTrue(many < 13 * few, many + " bytes after " + few);
        edifact.read(bytes(response(1_000)), DocumentLimits.DEFAULT);
        long fewEdifact = allocated(() -> edifact.read(bytes(response(1_000)), DocumentLimits.DEFAULT), 1_000);
        long manyEdifact = allocated(() -> edifact.read(bytes(response(10_000)), DocumentLimits.DEFAULT), 10_000);
        assertTrue(manyEdifact < 13 * fewEdifact, manyEdifact + " bytes after " + fewEdifact);
    }

    private interface Read {
        ParsedDocument reading() throws UnreadableDocument;
    }

    private static long allocated(Read read, int lines) throws UnreadableDocument {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = thread.getThreadAllocatedBytes(id);
        ParsedDocument reading = read.reading();
        assertEquals(lines, reading.orders().get(0).lines().size());
        return thread.getThreadAllocatedBytes(id) - before;
    }
}
