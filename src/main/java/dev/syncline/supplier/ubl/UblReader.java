package dev.syncline.supplier.ubl;

import dev.syncline.supplier.DocumentReader;
import dev.syncline.supplier.Faulty;
import dev.syncline.supplier.Limits;
import dev.syncline.supplier.Reading;
import dev.syncline.supplier.SupplierOrder;
import dev.syncline.supplier.Unreadable;
import dev.syncline.supplier.Values;
import dev.syncline.supplier.xml.XmlElement;
import dev.syncline.supplier.xml.XmlParser;
import dev.syncline.supplier.xml.XmlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.despatchadvice_21.DespatchAdviceType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import oasis.names.specification.ubl.schema.xsd.ordercancellation_21.OrderCancellationType;
import oasis.names.specification.ubl.schema.xsd.orderchange_21.OrderChangeType;
import oasis.names.specification.ubl.schema.xsd.orderresponse_21.OrderResponseType;
import oasis.names.specification.ubl.schema.xsd.orderresponsesimple_21.OrderResponseSimpleType;

/**
 * Reads UBL 2.1, and 2.0 where it has the same documents: Order, OrderResponse, OrderResponseSimple, OrderChange,
 * OrderCancellation and DespatchAdvice. A document goes through the hardened parser before JAXB sees it. What the schema
 * does not allow is a warning where the values that count can be read, and a fault where they cannot.
 */
@ApplicationScoped
public class UblReader implements DocumentReader {
    @Override
    public String format() {
        return "ubl";
    }

    @Override
    public Reading read(byte[] document, Limits limits) throws Unreadable {
        String text = XmlText.of(document, limits);
        XmlElement root = new XmlParser(UblChecks.RULES, limits).parse(text);
        UblType type = UblType.of(root);
        if (type == null) {
            throw new Unreadable(
                    root.place(),
                    "The document is none of UBL 2 that is read here; those are Order, OrderResponse, "
                            + "OrderResponseSimple, OrderChange, OrderCancellation and DespatchAdvice");
        }
        List<String> warnings = new ArrayList<>();
        Ubl ubl = new Ubl(type, root, warnings);
        List<Reading.Fault> faults = new ArrayList<>();
        List<SupplierOrder> orders = List.of();
        try {
            UblChecks.check(root, warnings);
            Object read = UblSchema.read(type, text, warnings);
            countLines(ubl);
            orders = orders(ubl, read);
        } catch (Faulty e) {
            faults.add(e.fault());
        }
        return new Reading(ubl.id(), ubl.version(), orders, faults, warnings, null, null);
    }

    private static List<SupplierOrder> orders(Ubl ubl, Object document) throws Faulty {
        UblOrders orders = new UblOrders(ubl);
        return switch (ubl.type()) {
            case ORDER -> List.of(orders.order((OrderType) document));
            case ORDER_CHANGE -> List.of(orders.change((OrderChangeType) document));
            case ORDER_CANCELLATION -> orders.cancellation((OrderCancellationType) document);
            case ORDER_RESPONSE -> orders.response((OrderResponseType) document);
            case ORDER_RESPONSE_SIMPLE -> List.of(orders.simple((OrderResponseSimpleType) document));
            case DESPATCH_ADVICE -> new UblDespatch(ubl, (DespatchAdviceType) document).orders();
        };
    }

    private static void countLines(Ubl ubl) {
        String declared = ubl.root().textOf("LineCountNumeric");
        int lines = ubl.type().lines() == null
                ? 0
                : ubl.root().children(ubl.type().lines()).size();
        if (declared != null && Values.decimal(declared).compareTo(BigDecimal.valueOf(lines)) != 0) {
            ubl.warnings()
                    .add("LineCountNumeric declares " + declared + " lines, there are " + lines + " (at "
                            + ubl.root().child("LineCountNumeric").place() + ")");
        }
    }
}
