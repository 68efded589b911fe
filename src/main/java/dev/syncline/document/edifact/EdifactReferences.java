package dev.syncline.document.edifact;

import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.Objects;

/**
 * Finds the order and the line of the buyer that a line of a response or despatch advice refers to, and its tracking
 * numbers.
 */
final class EdifactReferences {
    private static final int NUMBER = 2;
    private static final int LINE = 3;

    private EdifactReferences() {}

    /**
     * Returns the order of a line: its own reference takes precedence over the message's.
     *
     * @throws UnreadableMessage if it has none, and the message is of several orders
     */
    static String order(EdifactLine line, EdifactBody body) throws UnreadableMessage {
        for (Segment rff : line.references) {
            if (rff.has(1, "ON") && rff.get(1, NUMBER) != null) {
                return rff.get(1, NUMBER);
            }
        }
        if (body.hasSeveralOrders) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT,
                    line.lin.raw(),
                    0,
                    "The message is of several orders (RFF ON), and the line does not say of which. Ask for it with an RFF ON"
                            + " of its own");
        }
        return body.orderNumber;
    }

    /**
     * Sets the line ids. LIN numbers the lines of this message; if the line refers to an order line by another number,
     * that is the buyer's id, and LIN's is the supplier's.
     */
    static void supplierLine(EdifactLine line, EdifactBody body) throws UnreadableMessage {
        String buyers = null;
        for (Segment rff : line.references) {
            String qualifier = String.valueOf(rff.get(1));
            String number = rff.get(1, NUMBER);
            if (qualifier.equals("ON") && rff.get(1, LINE) != null) {
                buyers = rff.get(1, LINE);
            } else if (qualifier.equals("LI") && buyers == null) {
                // Some senders repeat the order's number here, which is no line id
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
