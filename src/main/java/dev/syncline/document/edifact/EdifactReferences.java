package dev.syncline.document.edifact;

import dev.syncline.document.edi.Broken;
import dev.syncline.document.edi.Segment;
import java.util.Objects;

/** What a line of a response or despatch advice refers to: order and line of the buyer, and what it is tracked by. */
final class EdifactReferences {
    private static final int NUMBER = 2;
    private static final int LINE = 3;

    private EdifactReferences() {}

    /**
     * The line's own reference to an order wins over the message's.
     *
     * @throws Broken where it has none, and the message is of several orders
     */
    static String order(EdifactLine line, EdifactBody body) throws Broken {
        for (Segment rff : line.references) {
            if (rff.has(1, "ON") && rff.get(1, NUMBER) != null) {
                return rff.get(1, NUMBER);
            }
        }
        if (body.hasSeveralOrders) {
            throw new Broken(
                    Broken.Kind.SEGMENT,
                    line.lin.raw(),
                    0,
                    "The message is of several orders (RFF ON), and the line does not say of which. Ask for it with an RFF ON"
                            + " of its own");
        }
        return body.orderNumber;
    }

    /**
     * LIN numbers the lines of this message; where it refers to a line of the order by another number, that one is the
     * buyer's and LIN's is the supplier's.
     */
    static void supplierLine(EdifactLine line, EdifactBody body) throws Broken {
        String buyers = null;
        for (Segment rff : line.references) {
            String qualifier = String.valueOf(rff.get(1));
            String number = rff.get(1, NUMBER);
            if (qualifier.equals("ON") && rff.get(1, LINE) != null) {
                buyers = rff.get(1, LINE);
            } else if (qualifier.equals("LI") && buyers == null) {
                // Some repeat the order's number here, which is no line of it
                String its = rff.get(1, LINE) != null ? rff.get(1, LINE) : number;
                buyers = Objects.equals(its, order(line, body)) ? null : its;
            } else if (EdifactCodes.TRACKING.contains(qualifier) && number != null) {
                line.draft.tracking.add(number);
            }
        }
        if (buyers != null) {
            line.draft.supplierLine = line.draft.line;
            line.draft.line = buyers;
        }
    }
}
