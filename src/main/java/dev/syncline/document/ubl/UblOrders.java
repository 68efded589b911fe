package dev.syncline.document.ubl;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Side;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import oasis.names.specification.ubl.schema.xsd.ordercancellation_21.OrderCancellationType;
import oasis.names.specification.ubl.schema.xsd.orderchange_21.OrderChangeType;
import oasis.names.specification.ubl.schema.xsd.orderresponse_21.OrderResponseType;
import oasis.names.specification.ubl.schema.xsd.orderresponsesimple_21.OrderResponseSimpleType;

/** Reads Order, OrderChange, OrderCancellation, OrderResponse and OrderResponseSimple. */
final class UblOrders {
    private final Ubl document;

    UblOrders(Ubl document) {
        this.document = document;
    }

    SupplierOrder order(OrderType order) throws UnreadablePart {
        String number = Ubl.text(order.getID());
        if (number == null) {
            throw new UnreadablePart(document.root().place(), "The order has no ID");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < order.getOrderLine().size(); i++) {
            lines.add(new UblOrderLine(document, order.getOrderLine().get(i), i).line(null, true));
        }
        String currency = currency(order.getDocumentCurrencyCodeValue(), order.getOrderLine());
        LocalDate expectedOn = Ubl.expectedOn(order.getDelivery(), true);
        return make(Kind.ORDER, number, Ubl.text(order.getSalesOrderID()), null, false, currency, expectedOn, lines);
    }

    SupplierOrder change(OrderChangeType change) throws UnreadablePart {
        UblReferences references = new UblReferences(document, list(change.getOrderReference()));
        String order = references.lines().keySet().iterator().next();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < change.getOrderLine().size(); i++) {
            UblOrderLine line = new UblOrderLine(document, change.getOrderLine().get(i), i);
            Line told = line.line(null, true);
            lines.add(told);
            lines.addAll(line.substitutes(told));
        }
        return make(
                        Kind.CHANGE,
                        order,
                        first(Ubl.text(change.getSalesOrderID()), references.supplierNumber(order)),
                        null,
                        false,
                        currency(change.getDocumentCurrencyCodeValue(), change.getOrderLine()),
                        Ubl.expectedOn(change.getDelivery(), true),
                        lines)
                .from(Side.EITHER);
    }

    List<SupplierOrder> cancellation(OrderCancellationType cancellation) throws UnreadablePart {
        UblReferences references = new UblReferences(document, cancellation.getOrderReference());
        return references.lines().keySet().stream()
                .map(order -> whole(Kind.CANCELLATION, order, references.supplierNumber(order), Status.CANCELLED)
                        .from(Side.EITHER))
                .toList();
    }

    SupplierOrder simple(OrderResponseSimpleType response) throws UnreadablePart {
        UblReferences references = new UblReferences(document, list(response.getOrderReference()));
        String order = references.lines().keySet().iterator().next();
        if (response.getAcceptedIndicator() == null) {
            throw new UnreadablePart(document.root().place(), "AcceptedIndicator is missing, so nothing is answered");
        }
        Status status = response.getAcceptedIndicator().isValue() ? Status.ACCEPTED : Status.REJECTED;
        return whole(Kind.CONFIRMATION, order, references.supplierNumber(order), status);
    }

    List<SupplierOrder> response(OrderResponseType response) throws UnreadablePart {
        String code = DocumentValues.text(response.getOrderResponseCodeValue());
        Status status = status(code);
        UblReferences references = new UblReferences(document, response.getOrderReference());
        List<OrderLineType> all = response.getOrderLine();
        for (int i = 0; i < all.size(); i++) {
            UblOrderLine line = new UblOrderLine(document, all.get(i), i);
            OrderLineReferenceType reference = line.reference();
            Line told = line.line(status, code == null);
            OrderReferenceType order = reference == null ? null : reference.getOrderReference();
            references.add(told, order, i);
            for (Line other : line.substitutes(told)) {
                references.add(other, order, i);
            }
        }
        String currency = currency(response.getDocumentCurrencyCodeValue(), all);
        LocalDate expectedOn = Ubl.expectedOn(response.getDelivery(), false);
        String supplierNumber = references.lines().size() == 1 ? Ubl.text(response.getSalesOrderID()) : null;
        List<SupplierOrder> orders = new ArrayList<>();
        references.lines().forEach((order, lines) -> {
            boolean isWhole = status != null && (lines.isEmpty() || UblCodes.OF_ALL_LINES.contains(status));
            String number = first(references.supplierNumber(order), supplierNumber);
            orders.add(make(Kind.CONFIRMATION, order, number, status, isWhole, currency, expectedOn, lines));
        });
        return orders;
    }

    private Status status(String code) {
        Status status = code == null ? null : UblCodes.RESPONSE.get(code);
        if (code != null && status == null) {
            document.warnings()
                    .add("OrderResponseCode '" + DocumentValues.shown(code) + "' is not known; it was left out (at "
                            + document.root().child("OrderResponseCode").place() + ")");
        }
        return status;
    }

    private SupplierOrder whole(Kind kind, String order, String supplierNumber, Status status) {
        return make(kind, order, supplierNumber, status, true, null, null, List.of());
    }

    private SupplierOrder make(
            Kind kind,
            String order,
            String supplierNumber,
            Status status,
            boolean isWhole,
            String currency,
            LocalDate expectedOn,
            List<Line> lines) {
        return new SupplierOrder(
                kind,
                document.root().textOf("ID"),
                document.at(),
                DocumentValues.sequence(document.root().textOf("SequenceNumberID")),
                order,
                supplierNumber,
                null,
                status,
                isWhole,
                currency,
                expectedOn,
                List.of(),
                List.copyOf(lines),
                null);
    }

    /** Returns the document's currency, else the currency that all its prices share. */
    private String currency(String own, List<OrderLineType> lines) {
        if (DocumentValues.text(own) != null) {
            return DocumentValues.text(own);
        }
        List<String> currencies = lines.stream()
                .map(OrderLineType::getLineItem)
                .filter(Objects::nonNull)
                .flatMap(item -> Stream.ofNullable(Ubl.currency(item.getPrice())))
                .distinct()
                .limit(2)
                .toList();
        if (currencies.size() > 1) {
            document.warnings().add("Prices are in several currencies, so none is told of the order");
        }
        return currencies.size() == 1 ? currencies.get(0) : null;
    }

    private static List<OrderReferenceType> list(OrderReferenceType reference) {
        return reference == null ? List.of() : List.of(reference);
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
