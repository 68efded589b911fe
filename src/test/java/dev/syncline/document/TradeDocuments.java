package dev.syncline.document;

import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.edi.EdiSamples;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.json.JsonReader;
import dev.syncline.document.ubl.UblReader;
import dev.syncline.document.x12.X12Reader;
import java.util.Map;

/** Writes small documents of each format. */
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

    private TradeDocuments() {}
}
