package dev.syncline.document.cxml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadablePart;
import dev.syncline.document.xml.XmlElement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The parts that cXML documents share: order references, items, prices, dates. */
record Cxml(XmlElement root, List<String> warnings) {
    /** The reference to an order: its number, else the payloadID of the document that ordered it. */
    record Reference(String order, String answers) {}

    private static final Set<String> GTIN_DOMAINS =
            Set.of("EAN", "EAN-13", "EAN-8", "UPC", "UPC-12", "GTIN", "GTIN-14");

    /**
     * Returns the reference to an order.
     *
     * @param from has an OrderReference or an OrderIDInfo
     */
    static Reference reference(XmlElement from) throws UnreadablePart {
        XmlElement reference = from.child("OrderReference");
        XmlElement info = from.child("OrderIDInfo");
        String order = reference == null ? null : reference.attribute("orderID");
        if (order == null && info != null) {
            order = info.attribute("orderID");
        }
        XmlElement document = reference == null ? null : reference.child("DocumentReference");
        String answers = order != null || document == null ? null : document.attribute("payloadID");
        if (order == null && answers == null) {
            throw new UnreadablePart(
                    (reference == null ? from : reference).place(),
                    "No order is named: OrderReference has neither orderID nor DocumentReference; ask for it with one");
        }
        return new Reference(order, answers);
    }

    /**
     * Returns the supplier's number of the order, from SupplierOrderInfo or an IdReference; null if neither is present.
     */
    static String supplierNumber(XmlElement header) {
        XmlElement info = header.child("SupplierOrderInfo");
        if (info != null && info.attribute("orderID") != null) {
            return info.attribute("orderID");
        }
        return header.children("IdReference").stream()
                .filter(reference -> "supplierOrderID".equals(reference.attribute("domain")))
                .map(reference -> reference.attribute("identifier"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns whether it replaces an earlier document of its number. */
    static boolean isUpdate(XmlElement header) {
        return "update".equals(header.attribute("operation"));
    }

    /** Returns the document's time: the notice's, else the envelope's. */
    Instant at(XmlElement header, String attribute) {
        String own = header == null ? null : header.attribute(attribute);
        Instant at = own == null ? null : DocumentValues.instant(own, header.place(), warnings);
        return at != null ? at : DocumentValues.instant(root.attribute("timestamp"), root.place(), warnings);
    }

    LocalDate date(XmlElement element, String attribute) {
        return element == null ? null : DocumentValues.date(element.attribute(attribute), element.place(), warnings);
    }

    static BigDecimal quantity(XmlElement element) throws UnreadablePart {
        try {
            return DocumentValues.quantity(element.attribute("quantity"));
        } catch (NumberFormatException e) {
            throw new UnreadablePart(element.place(), "The quantity cannot be read: " + e.getMessage());
        }
    }

    /**
     * Returns a required quantity.
     *
     * @throws UnreadablePart if it is missing
     */
    static BigDecimal wantedQuantity(XmlElement element) throws UnreadablePart {
        BigDecimal quantity = quantity(element);
        if (quantity == null) {
            throw new UnreadablePart(element.place(), "The quantity is missing");
        }
        return quantity;
    }

    /**
     * Returns the price of one unit.
     *
     * @param priced has a UnitPrice, and may have a PriceBasisQuantity that the price is for
     */
    BigDecimal price(XmlElement priced) throws UnreadablePart {
        XmlElement money = priced == null ? null : priced.child("UnitPrice", "Money");
        if (money == null) {
            return null;
        }
        try {
            BigDecimal price = DocumentValues.quantity(money.text());
            XmlElement basis = priced.child("PriceBasisQuantity");
            BigDecimal quantity = basis == null ? null : DocumentValues.decimal(basis.attribute("quantity"));
            if (price == null || quantity == null) {
                return price;
            }
            if (quantity.signum() <= 0) {
                warnings.add("The price is for " + quantity.toPlainString()
                        + " units, so it is not known what one costs; it" + " was left out (at " + basis.place() + ")");
                return null;
            }
            BigDecimal factor = DocumentValues.decimal(basis.attribute("conversionFactor"));
            BigDecimal of = factor == null ? price : price.multiply(factor);
            return DocumentValues.bounded(of.divide(quantity, MathContext.DECIMAL64));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UnreadablePart(money.place(), "The price cannot be read: " + e.getMessage());
        }
    }

    /** @param priced has a UnitPrice; null where that says no currency */
    static String currency(XmlElement priced) {
        XmlElement money = priced == null ? null : priced.child("UnitPrice", "Money");
        return money == null ? null : DocumentValues.text(money.attribute("currency"));
    }

    /** Returns the currency of the amounts; null if they have several, or none. */
    String currency(Stream<XmlElement> priced) {
        List<String> currencies = priced.filter(Objects::nonNull)
                .map(element -> element.child("Money"))
                .filter(Objects::nonNull)
                .map(money -> money.attribute("currency"))
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        if (currencies.size() > 1) {
            warnings.add("Prices are in several currencies, so none is told of the order");
        }
        return currencies.size() == 1 ? currencies.get(0) : null;
    }

    static String gtin(XmlElement item) {
        String ean = item == null ? null : item.textOf("ItemDetail", "ItemDetailIndustry", "ItemDetailRetail", "EANID");
        if (ean != null || item == null || item.child("ItemID") == null) {
            return ean;
        }
        return item.child("ItemID").children("IdReference").stream()
                .filter(reference -> GTIN_DOMAINS.contains(Objects.toString(reference.attribute("domain"), "")))
                .map(reference -> reference.attribute("identifier"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the text of the Extrinsic of the name; null if it is missing. */
    static String extrinsic(XmlElement from, String name) {
        return from.children("Extrinsic").stream()
                .filter(extrinsic -> name.equals(extrinsic.attribute("name")))
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
