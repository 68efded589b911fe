package dev.syncline.document.ubl;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.xml.XmlElement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.unqualifieddatatypes_21.IdentifierType;

/** The parts that UBL documents share: times, items, prices. */
record Ubl(UblType type, XmlElement root, List<String> warnings) {
    private static final int ISO_DATE = 10;
    private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final Set<String> GTIN_SCHEMES = Set.of("GTIN", "EAN", "UPC", "0160");

    /**
     * Returns the document's id, with its type: numbers are reused for each type, and changes of an order share one.
     */
    String id() {
        String number = root.textOf("ID");
        String sequence = root.textOf("SequenceNumberID");
        String known = number != null ? number : root.textOf("UUID");
        return known == null ? null : type.root() + "/" + known + (sequence == null ? "" : "/" + sequence);
    }

    String version() {
        String version = root.textOf("UBLVersionID");
        return "UBL " + type.root() + (version == null ? "" : " " + DocumentValues.shown(version));
    }

    /** Returns the time of IssueDate and IssueTime; each may have a zone. */
    Instant at() {
        String date = root.textOf("IssueDate");
        String time = root.textOf("IssueTime");
        if (date == null || time == null) {
            return DocumentValues.instant(date, place("IssueDate"), warnings);
        }
        boolean hasZone = ZONED.matcher(time).matches();
        boolean isZoned = date.length() > ISO_DATE;
        String day = isZoned ? date.substring(0, ISO_DATE) : date;
        String zone = isZoned && !hasZone ? date.substring(ISO_DATE) : "";
        return DocumentValues.instant(day + "T" + time + zone, place("IssueDate"), warnings);
    }

    private String place(String child) {
        XmlElement element = root.child(child);
        return (element == null ? root : element).place();
    }

    /**
     * Returns the element of a line.
     *
     * @param index from 0
     */
    XmlElement line(int index) {
        return root.children(type.lines()).get(index);
    }

    static String text(IdentifierType id) {
        return id == null ? null : DocumentValues.text(id.getValue());
    }

    static String id(ItemIdentificationType identification) {
        return identification == null ? null : text(identification.getID());
    }

    static String gtin(ItemType item) {
        IdentifierType id = item == null || item.getStandardItemIdentification() == null
                ? null
                : item.getStandardItemIdentification().getID();
        String number = text(id);
        boolean isGtin = number != null
                && GTIN.matcher(number).matches()
                && (id.getSchemeID() == null || GTIN_SCHEMES.contains(id.getSchemeID()));
        return isGtin ? number : null;
    }

    static String description(ItemType item) {
        if (item == null) {
            return null;
        }
        String name = DocumentValues.text(item.getNameValue());
        return name != null || item.getDescription().isEmpty()
                ? name
                : DocumentValues.text(item.getDescription().get(0).getValue());
    }

    /**
     * Returns the price of one unit.
     *
     * @param unit unit of the line's quantities; a price of another unit is not converted
     */
    BigDecimal unitCost(PriceType price, String unit, String place) {
        if (price == null || price.getPriceAmountValue() == null) {
            return null;
        }
        BigDecimal amount = price.getPriceAmountValue();
        BigDecimal base = price.getBaseQuantityValue();
        if (base == null) {
            return amount;
        }
        String baseUnit = price.getBaseQuantity().getUnitCode();
        if (base.signum() == 0 || baseUnit != null && unit != null && !baseUnit.equals(unit)) {
            warnings.add("The price is of " + base.toPlainString() + " "
                    + DocumentValues.shown(Objects.toString(baseUnit, ""))
                    + ", which tells nothing of one " + DocumentValues.shown(Objects.toString(unit, "unit"))
                    + "; it was left out (at " + place + ")");
            return null;
        }
        return base.compareTo(BigDecimal.ONE) == 0 ? amount : amount.divide(base, MathContext.DECIMAL64);
    }

    /** The currency of a price; null where it says none. */
    static String currency(PriceType price) {
        return price == null || price.getPriceAmount() == null
                ? null
                : DocumentValues.text(price.getPriceAmount().getCurrencyID());
    }

    /**
     * Returns when the last of the deliveries is expected: the end of the promised period, else of the estimated one,
     * else the latest date.
     *
     * @param asked whether the buyer's requested period counts if the document has no other
     */
    static LocalDate expectedOn(List<DeliveryType> deliveries, boolean asked) {
        return deliveries.stream()
                .map(delivery -> expectedOn(delivery, asked))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate expectedOn(DeliveryType delivery, boolean asked) {
        return Stream.of(
                        end(delivery.getPromisedDeliveryPeriod()),
                        end(delivery.getEstimatedDeliveryPeriod()),
                        Stream.ofNullable(delivery.getLatestDeliveryDateValueLocal()),
                        asked ? end(delivery.getRequestedDeliveryPeriod()) : Stream.<LocalDate>empty())
                .flatMap(dates -> dates)
                .map(DocumentValues::meant)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<LocalDate> end(PeriodType period) {
        return period == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.ofNullable(period.getEndDateValueLocal()),
                        Stream.ofNullable(period.getStartDateValueLocal()));
    }
}
