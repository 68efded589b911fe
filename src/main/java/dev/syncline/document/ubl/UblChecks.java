package dev.syncline.document.ubl;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import dev.syncline.document.xml.XmlParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the values that matter before JAXB makes objects of them: JAXB would silently drop a value that is malformed
 * or in another namespace, and choose one of two.
 */
final class UblChecks {
    private static final Set<String> QUANTITIES = Set.of(
            "Quantity",
            "MaximumBackorderQuantity",
            "DeliveredQuantity",
            "BackorderQuantity",
            "OutstandingQuantity",
            "BaseQuantity");
    private static final Set<String> NUMBERS = Set.of("PriceAmount", "OrderableUnitFactorRate", "LineCountNumeric");
    private static final Set<String> DATES = Set.of("StartDate", "EndDate", "ActualDeliveryDate", "LatestDeliveryDate");
    private static final Set<String> TEXTS = Set.of(
            "ID",
            "SalesOrderID",
            "LineID",
            "SalesOrderLineID",
            "UUID",
            "UBLVersionID",
            "IssueDate",
            "IssueTime",
            "SequenceNumberID",
            "OrderResponseCode",
            "LineStatusCode",
            "DocumentStatusCode",
            "AcceptedIndicator",
            "DocumentCurrencyCode");
    private static final Set<String> AGGREGATES = Set.of(
            "OrderReference",
            "OrderLineReference",
            "OrderLine",
            "DespatchLine",
            "LineItem",
            "SellerSubstitutedLineItem",
            "Price",
            "Delivery",
            "PromisedDeliveryPeriod",
            "EstimatedDeliveryPeriod",
            "RequestedDeliveryPeriod",
            "Shipment");
    private static final Set<String> SEVERAL = Set.of(
            "OrderReference",
            "OrderLineReference",
            "OrderLine",
            "DespatchLine",
            "Delivery",
            "Shipment",
            "SellerSubstitutedLineItem");
    private static final String BASIC = UblType.NAMESPACES + "CommonBasicComponents-2";
    private static final String AGGREGATE = UblType.NAMESPACES + "CommonAggregateComponents-2";

    static final XmlParser.Rules RULES = new XmlParser.Rules(
            false,
            Stream.of(QUANTITIES, NUMBERS, DATES, TEXTS, AGGREGATES)
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet()),
            false);

    private UblChecks() {}

    /**
     * Checks an element and those in it.
     *
     * @param warnings receives a warning for each malformed date
     */
    static void check(XmlElement parent, List<String> warnings) throws UnreadablePart {
        Set<String> seen = new HashSet<>();
        for (XmlElement element : parent.children()) {
            String name = element.name();
            if (!element.namespace().equals(AGGREGATES.contains(name) ? AGGREGATE : BASIC)) {
                throw new UnreadablePart(
                        element.place(), name + " is not in its namespace, so it cannot be told what it means");
            }
            if (!seen.add(name) && !SEVERAL.contains(name)) {
                throw new UnreadablePart(element.place(), name + " is there more than once; it should be there once");
            }
            value(element, warnings);
            check(element, warnings);
        }
    }

    private static void value(XmlElement element, List<String> warnings) throws UnreadablePart {
        try {
            if (QUANTITIES.contains(element.name()) || element.name().equals("PriceAmount")) {
                wanted(DocumentValues.quantity(element.text()));
            } else if (NUMBERS.contains(element.name())) {
                wanted(DocumentValues.decimal(element.text()));
            } else if (DATES.contains(element.name())) {
                DocumentValues.date(element.text(), element.place(), warnings);
            } else if (element.name().equals("AcceptedIndicator")
                    && !Set.of("true", "false", "1", "0").contains(String.valueOf(element.text()))) {
                throw new UnreadablePart(element.place(), "AcceptedIndicator is neither true nor false");
            }
        } catch (NumberFormatException e) {
            throw new UnreadablePart(element.place(), element.name() + " cannot be read: " + e.getMessage());
        }
    }

    private static void wanted(Object value) {
        if (value == null) {
            throw new NumberFormatException("it is empty");
        }
    }
}
