package dev.syncline.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.supplier.cxml.CxmlReader;
import dev.syncline.supplier.edi.EdiSamples;
import dev.syncline.supplier.edifact.EdifactReader;
import dev.syncline.supplier.json.JsonReader;
import dev.syncline.supplier.ubl.UblReader;
import dev.syncline.supplier.x12.X12Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes small documents of each format, and makes the order that they tell of. */
public final class TradeDocuments {
    public static final Map<String, DocumentReader> READERS = Map.of(
            "x12", new X12Reader(EdiSamples.CLOCK),
            "edifact", new EdifactReader(EdiSamples.CLOCK),
            "ubl", new UblReader(),
            "cxml", new CxmlReader(EdiSamples.CLOCK),
            "json", new JsonReader());

    public static String x12(String group, String body) {
        return "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261201*0800*U*00401*000000001*0*P*>~GS*"
                + group + "*A*B*20261201*0800*1*X*004010~" + body + "GE*1*1~IEA*1*000000001~";
    }

    public static String edifact(String body) {
        return "UNB+UNOC:3+A+B+261201:0800+1'" + body + "UNZ+1+1'";
    }

    public static String ubl(String type, String body) {
        return "<" + type + " xmlns='urn:oasis:names:specification:ubl:schema:xsd:" + type + "-2'"
                + " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
                + " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" + body + "</"
                + type
                + ">";
    }

    public static String cxml(String payload, String body) {
        return "<cXML payloadID='" + payload + "' timestamp='2026-12-01T08:00:00Z'><Request>" + body
                + "</Request></cXML>";
    }

    public static OrderState fold(String format, String... documents) throws Unreadable {
        List<OrderStatement> said = new ArrayList<>();
        for (String document : documents) {
            Reading reading = READERS.get(format).read(document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
            assertEquals(List.of(), reading.faults());
            for (SupplierOrder order : reading.orders()) {
                said.add(new OrderStatement(
                        order, Instant.parse("2026-12-01T09:00:00Z"), said.size() + 1, 0, reading.warnings()));
            }
        }
        return Fold.of(said);
    }

    /**
     * What becomes of the order, and what is told of it.
     *
     * @param told faults and warnings, without those of counts and of the schema: small documents leave them out
     */
    public record Read(OrderState state, List<String> told) {}

    /** Of the documents, whether they can be read or not, what they say of PO-1. */
    public static Read read(String format, String... documents) {
        List<OrderStatement> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            byte[] content = documents[i].getBytes(StandardCharsets.UTF_8);
            ReceivedDocument read = ReceivedDocument.read(READERS.get(format), content, Limits.DEFAULT);
            if (read.fault() != null) {
                told.add(read.fault());
                continue;
            }
            read.reading().faults().forEach(fault -> told.add(fault.problem()));
            for (SupplierOrder order : read.orders()) {
                if ("PO-1".equals(order.orderNumber())) {
                    said.add(new OrderStatement(order, Instant.EPOCH, i, said.size(), read.warnings()));
                }
            }
        }
        OrderState state = Fold.of(said);
        told.addAll(
                state.warnings().stream().filter(TradeDocuments::isOfContent).toList());
        return new Read(state, told);
    }

    /** Whether a warning is of more than what small documents leave out. */
    public static boolean isOfContent(String warning) {
        return !warning.matches("(SE|UNT|UNZ|GE) declares .*") && !warning.startsWith("The schema does not allow");
    }

    private TradeDocuments() {}
}
