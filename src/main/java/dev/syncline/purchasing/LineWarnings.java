package dev.syncline.purchasing;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.UnitCodes;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Warns a buyer of a line whose quantities are inconsistent. */
final class LineWarnings {
    private LineWarnings() {}

    /** @param byBuyer how many the buyer ordered, where the supplier has another quantity as ordered; else null */
    static List<String> of(LinePair pair, Quantities quantities, BigDecimal byBuyer) {
        OrderState.Line said = pair.said();
        String unit = pair.erp() == null ? null : ErpOrder.text(pair.erp().get("unit"));
        String line = name(pair);
        List<String> warnings = new ArrayList<>();
        if (isMatchedByNumberAlone(pair)) {
            warnings.add("The supplier calls the article of " + line + " " + said.supplierItem()
                    + ", and the order does not say what the supplier calls the ordered one. It was taken for it: if it is"
                    + " another article, the supplier delivers that in its place. Enter the supplier's number of the"
                    + " ordered article on the line");
        }
        if (!UnitCodes.isSame(unit, said.unit())) {
            warnings.add("The order has " + line + " in " + unit + ", and the supplier in " + said.unit()
                    + ". The numbers are taken as they are: check the quantities with the supplier");
        }
        BigDecimal ordered = quantities.ordered();
        if (byBuyer != null) {
            warnings.add("The order had " + plain(byBuyer) + " of " + line + ", and the supplier has " + plain(ordered)
                    + " as ordered, which was entered. See whether that was agreed");
        }
        if (isAbove(said.confirmed(), ordered)) {
            warnings.add("The supplier confirms " + plain(said.confirmed()) + " of " + line + ", and " + plain(ordered)
                    + " were ordered. Ask the supplier how many it delivers");
        }
        BigDecimal confirmed = said.confirmed();
        boolean isMoreTogether = confirmed != null
                && said.backOrdered() != null
                && !isAbove(confirmed, ordered)
                && isAbove(confirmed.add(said.backOrdered()), ordered);
        if (isMoreTogether && confirmed.signum() > 0) {
            warnings.add("The supplier confirms " + plain(confirmed) + " and back-orders " + plain(said.backOrdered())
                    + " of " + line + ", and " + plain(ordered)
                    + " were ordered. Ask the supplier how many it delivers");
        }
        if (isAbove(said.shipped(), ordered)) {
            warnings.add("The supplier shipped " + plain(said.shipped()) + " of " + line + ", and " + plain(ordered)
                    + " were ordered. Settle with the supplier what becomes of the rest");
        }
        if (Quantities.isPartlyOff(said, ordered)) {
            warnings.add(
                    "The supplier cancels " + plain(said.cancelled()) + " of " + line + ", of which " + plain(ordered)
                            + " were ordered, and says nothing of the rest. Ask the supplier whether it comes");
        }
        return warnings;
    }

    /** What the buyer calls the line. */
    static String name(LinePair pair) {
        OrderState.Line said = pair.said();
        Object number = pair.erp() == null ? said.line() : pair.erp().get(ErpOrder.LINE);
        Object item = pair.erp() == null ? said.item() : pair.erp().get("item");
        return LineNames.of(ErpOrder.text(number), ErpOrder.text(item), said.supplierItem());
    }

    /**
     * Returns whether the supplier names an article of its own, and only the line's number says that it is the ordered
     * one. Its number is not entered on the line then, as it would confirm the match from then on.
     */
    static boolean isMatchedByNumberAlone(LinePair pair) {
        OrderState.Line said = pair.said();
        if (pair.erp() == null || said.supplierItem() == null) {
            return false;
        }
        LineIds ordered = ErpOrder.ids(pair.erp());
        return ordered.supplierItem() == null
                && !ordered.isSameItem(new LineIds(said.line(), said.item(), said.supplierItem(), said.gtin()));
    }

    private static boolean isAbove(BigDecimal quantity, BigDecimal ordered) {
        return quantity != null && ordered != null && quantity.compareTo(ordered) > 0;
    }

    private static String plain(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
