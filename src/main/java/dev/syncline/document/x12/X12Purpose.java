package dev.syncline.document.x12;

import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.Set;

/** Data element 353, the purpose of a document: BEG01, BAK01, BCA01, BSN01. docs/suppliers.md has all codes. */
enum X12Purpose {
    /** The document states what holds. */
    HOLDS,
    CHANGES,
    /** The document cancels an order, or an earlier document. */
    CANCELS;

    /** The document replaces an earlier one of its number. */
    static final String REPLACE = "05";

    private static final Set<String> HOLDING = Set.of(
            "00", "02", "05", "06", "07", "08", "11", "14", "15", "18", "19", "20", "22", "25", "26", "41", "45", "47",
            "49", "50", "53", "54", "57", "5C", "CN", "CO", "EX", "GR", "RH", "RV", "SB", "SU", "ZZ");
    private static final Set<String> CANCELLING = Set.of("01", "17", "46");

    /** Drafts, proposals, questions, refusals, matters of payment: their content does not hold. */
    private static final Set<String> NOT_HOLDING = Set.of(
            "03", "10", "12", "13", "16", "21", "24", "27", "28", "30", "31", "32", "33", "34", "35", "36", "37", "38",
            "39", "40", "42", "43", "44", "48", "51", "52", "55", "56", "77", "PR");

    /**
     * Returns the purpose of a document.
     *
     * @throws UnreadableMessage if its content does not hold
     */
    static X12Purpose of(Segment beginning, EdiWarnings warnings) throws UnreadableMessage {
        String code = beginning.get(1);
        if (NOT_HOLDING.contains(String.valueOf(code))) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    beginning.raw(),
                    1,
                    "Its purpose (353) is " + code + ", which is that of drafts, proposals, questions and refusals: "
                            + "nothing of it is followed. Ask the supplier for the document as it holds");
        }
        if (code != null && !HOLDING.contains(code) && !CANCELLING.contains(code) && !code.equals("04")) {
            warnings.add(
                    beginning.raw(),
                    1,
                    "Purpose " + code + " is not in the standard's list; the document was taken as an original");
        }
        return CANCELLING.contains(String.valueOf(code)) ? CANCELS : "04".equals(code) ? CHANGES : HOLDS;
    }
}
