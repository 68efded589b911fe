package dev.syncline.document.x12;

import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the parts of lines that several transaction sets share. */
final class X12Lines {
    /** Data element 235: the party that assigned the item number, the best first. */
    private static final List<String> BUYERS = List.of("BP", "IN", "PI", "CB", "SK");

    private static final List<String> SUPPLIERS = List.of("VP", "VN", "VC", "VS");
    private static final List<String> GTINS = List.of("UK", "UP", "EN", "EO", "UI", "UA", "UD", "UE");

    private static final Pattern GTIN = Pattern.compile("\\d{8,14}");

    private X12Lines() {}

    /** Reads PO1, a line as it was ordered. */
    static void ordered(LineDraft line, Segment po1, EdiWarnings warnings) throws UnreadableMessage {
        line.line = po1.get(1);
        line.ordered = quantity(po1, 2);
        line.unit = unit(po1, 3);
        line.unitCost = X12PriceBasis.unitCost(po1, 4, 5, line.unit, warnings);
        items(line, po1, 6);
    }

    /** Reads item numbers: pairs of qualifier and number, from the element to the end of the segment. */
    static void items(LineDraft line, Segment segment, int from) {
        line.item = number(segment, from, BUYERS, false);
        line.supplierItem = number(segment, from, SUPPLIERS, false);
        line.gtin = number(segment, from, GTINS, true);
    }

    private static String number(Segment segment, int from, List<String> qualifiers, boolean digits) {
        String best = null;
        int rank = Integer.MAX_VALUE;
        for (int i = from; i < segment.size(); i += 2) {
            int its = qualifiers.indexOf(String.valueOf(segment.get(i)));
            String number = segment.get(i + 1);
            if (its >= 0
                    && its < rank
                    && number != null
                    && (!digits || GTIN.matcher(number).matches())) {
                best = number;
                rank = its;
            }
        }
        return best;
    }

    static void description(LineDraft line, Segment pid) {
        if (line.description == null) {
            line.description = pid.get(5);
        }
    }

    /** @param line that is being read, whose price it is the currency of; null before the first one */
    static void currency(OrderDraft order, LineDraft line, Segment cur) {
        if (line == null) {
            order.currency = cur.get(2);
        } else {
            line.currency = cur.get(2);
        }
    }

    static void supplierOrderNumber(OrderDraft order, Segment ref) {
        if (ref.has(1, "VN")) {
            order.supplierOrderNumber = ref.get(2);
        }
    }

    static BigDecimal quantity(Segment segment, int element) throws UnreadableMessage {
        return EdiValues.quantity(segment, element, 1);
    }

    /** Returns the unit: its code, or the first of a composite unit. */
    static String unit(Segment segment, int element) {
        return segment.get(element);
    }
}
