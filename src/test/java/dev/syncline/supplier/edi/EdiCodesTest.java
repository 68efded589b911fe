package dev.syncline.supplier.edi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.DocumentReader;
import dev.syncline.supplier.Limits;
import dev.syncline.supplier.Reading;
import dev.syncline.supplier.SupplierOrder;
import dev.syncline.supplier.Unreadable;
import dev.syncline.supplier.edifact.EdifactReader;
import dev.syncline.supplier.x12.X12Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of docs/suppliers.md, in a document: it becomes what the table says. */
class EdiCodesTest {
    private static final String X12 =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261201*0815"
                    + "*U*00401*000000001*0*P*>~GS*PR*A*B*20261201*0815*1*X*004010~%sGE*1*1~IEA*1*000000001~";
    private static final String EDIFACT = "UNB+UNOC:3+A+B+261201:0815+1'%sUNZ+1+1'";

    /** By the heading of the table, a document with the code in its place. */
    private static final Map<String, String> DOCUMENTS = Map.of(
            "### Acknowledgment type, 587", "ST*855*1~BAK*00*CODE*PO-1*20261201~SE*3*1~",
            "### Line item status, 668", "ST*855*1~BAK*00*AC*PO-1*20261201~PO1*1*5*EA~ACK*CODE*5*EA~SE*5*1~",
            "### Change or response type, 670", "ST*865*1~BCA*00*AC*PO-1~POC*1*CODE*5*5*EA~SE*4*1~",
            "### Message function, 1225", "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+CODE'RFF+ON:PO-1'UNT+4+1'",
            "### Response type, 4343", "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9+CODE'RFF+ON:PO-1'UNT+4+1'",
            "### Action of a line, 1229",
                    "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9'RFF+ON:PO-1'LIN+1+CODE+1:EN'UNS+S'UNT+6+1'");

    record Code(String table, String code, String status) {}

    static Stream<Code> codes() throws IOException {
        List<Code> codes = new ArrayList<>();
        String table = "";
        for (String line : Files.readAllLines(Path.of("docs/suppliers.md"))) {
            if (line.startsWith("#")) {
                table = DOCUMENTS.keySet().stream()
                        .filter(line::startsWith)
                        .findFirst()
                        .orElse("");
            } else if (!table.isEmpty() && line.matches("\\| `\\w+` \\|.*")) {
                String[] cells = line.split("\\|");
                codes.add(new Code(table, cells[1].replace("`", "").strip(), cells[3].strip()));
            }
        }
        assertEquals(
                DOCUMENTS.keySet().size(),
                codes.stream().map(Code::table).distinct().count());
        return codes.stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeBecomesWhatTheTableSays(Code code) throws Unreadable {
        boolean x12 = code.table().matches(".*(587|668|670)");
        DocumentReader reader = x12 ? new X12Reader(EdiSamples.CLOCK) : new EdifactReader(EdiSamples.CLOCK);
        String document =
                String.format(x12 ? X12 : EDIFACT, DOCUMENTS.get(code.table()).replace("CODE", code.code()));
        Reading reading = reader.read(document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
        SupplierOrder order = reading.orders().get(0);
        boolean ofLine = !order.lines().isEmpty();
        Object status = ofLine ? order.lines().get(0).status() : order.status();
        assertEquals(code.status(), status == null ? "nothing" : status.toString());
        assertEquals(ofLine ? code.code() : null, ofLine ? order.lines().get(0).code() : null);
        assertTrue(reading.warnings().isEmpty(), reading.warnings().toString());
    }
}
