package dev.syncline.supplier.order;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder.Line;

/** What a line is called by the documents gone through so far, and whether a document means it. */
final class LineIdentity {
    private String line;
    private String supplierLine;
    private String item;
    private String supplierItem;
    private String gtin;
    /** The buyer's line that it comes in place of; null for a line of the order. */
    private String insteadOf;

    private LineIds ids = new LineIds(null, null, null, null);

    static LineIds ids(Line said) {
        return new LineIds(said.line(), said.item(), said.supplierItem(), said.gtin());
    }

    /** A line of the order that nothing is known of but its id. */
    void setLine(String id) {
        line = id;
        ids = new LineIds(line, item, supplierItem, gtin);
    }

    void setInsteadOf(String ordered) {
        insteadOf = ordered;
    }

    /** Takes what the document calls the line beside what it was called before. */
    void add(Line said) {
        line = said.line() != null && insteadOf == null ? said.line() : line;
        supplierLine = said.supplierLine() != null ? said.supplierLine() : supplierLine;
        item = said.item() != null ? said.item() : item;
        supplierItem = said.supplierItem() != null ? said.supplierItem() : supplierItem;
        gtin = said.gtin() != null ? said.gtin() : gtin;
        ids = new LineIds(line, item, supplierItem, gtin);
    }

    /** @param saidIds its {@link #ids} */
    boolean isNamedBy(Line said, LineIds saidIds) {
        if (line == null && said.line() == null && supplierLine != null && said.supplierLine() != null) {
            return supplierLine.equals(said.supplierLine());
        }
        return ids.isSameLine(saidIds);
    }

    /** Whether it is named so by the line's id, which no other line can be meant by. */
    boolean isNamedById(LineIds saidIds) {
        return ids.isSameId(saidIds);
    }

    boolean isSubstitute() {
        return insteadOf != null;
    }

    /** The id of the line that it comes in place of. */
    String insteadOf() {
        return insteadOf;
    }

    boolean hasId() {
        return line != null;
    }

    boolean hasId(String id) {
        return id.equals(ids.line());
    }

    /** Whether the id is this line's, and the item another's. */
    boolean isOtherItemOf(LineIds said) {
        return ids.line() != null && ids.line().equals(said.line()) && !ids.isSameId(said);
    }

    /**
     * Whether a document means this line, which comes in place of another: by its item, or by the other's id where nothing
     * else of that is to come.
     */
    boolean isSubstituteNamedBy(Line said, LineIds saidIds) {
        boolean isOfLine = said.line() == null
                ? said.insteadOf() == null || insteadOf.equals(LineIds.plain(said.insteadOf()))
                : insteadOf.equals(saidIds.line());
        return isOfLine && ids.isSameItem(saidIds);
    }

    /** For the buyer. */
    String ordered() {
        return LineNames.of(line, item, supplierItem);
    }

    /** The article alone, for the buyer. */
    String article() {
        return LineNames.of(null, item, supplierItem == null ? gtin : supplierItem);
    }

    String line() {
        return line;
    }

    String supplierLine() {
        return supplierLine;
    }

    String item() {
        return item;
    }

    String supplierItem() {
        return supplierItem;
    }

    String gtin() {
        return gtin;
    }
}
