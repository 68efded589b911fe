package dev.syncline.supplier.order;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder.Line;

/** The ids and item numbers of a line by its documents so far, and whether a document means the line. */
final class LineIdentity {
    private String line;
    private String supplierLine;
    private String item;
    private String supplierItem;
    private String gtin;
    /** The buyer's line that this one replaces; null for a line of the order. */
    private String insteadOf;

    private LineIds ids = new LineIds(null, null, null, null);

    static LineIds ids(Line said) {
        return new LineIds(said.line(), said.item(), said.supplierItem(), said.gtin());
    }

    /** Sets the id of an ordered line of which nothing else is known. */
    void setLine(String id) {
        line = id;
        ids = new LineIds(line, item, supplierItem, gtin);
    }

    void setInsteadOf(String ordered) {
        insteadOf = ordered;
    }

    /** Adds the ids and item numbers of a document. */
    void add(Line said) {
        line = said.line() != null && insteadOf == null ? said.line() : line;
        supplierLine = said.supplierLine() != null ? said.supplierLine() : supplierLine;
        item = said.item() != null ? said.item() : item;
        supplierItem = said.supplierItem() != null ? said.supplierItem() : supplierItem;
        gtin = said.gtin() != null ? said.gtin() : gtin;
        ids = new LineIds(line, item, supplierItem, gtin);
    }

    /**
     * Returns whether the document's line is this one.
     *
     * @param saidIds its {@link #ids}
     */
    boolean isNamedBy(Line said, LineIds saidIds) {
        if (line == null && said.line() == null && supplierLine != null && said.supplierLine() != null) {
            return supplierLine.equals(said.supplierLine());
        }
        return ids.isSameLine(saidIds);
    }

    /** Returns whether the line ids agree, so that the document means no other line. */
    boolean isNamedById(LineIds saidIds) {
        return ids.isSameId(saidIds);
    }

    boolean isSubstitute() {
        return insteadOf != null;
    }

    /** Returns the id of the line that this one replaces. */
    String insteadOf() {
        return insteadOf;
    }

    boolean hasId() {
        return line != null;
    }

    boolean hasId(String id) {
        return id.equals(ids.line());
    }

    /** Returns whether the line id agrees, and an item number differs. */
    boolean isOtherItemOf(LineIds said) {
        return ids.line() != null && ids.line().equals(said.line()) && !ids.isSameId(said);
    }

    /**
     * Returns whether a document means this replacement: by its item, or by the id of the replaced line, if nothing of
     * that is to be delivered.
     */
    boolean isSubstituteNamedBy(Line said, LineIds saidIds) {
        boolean isOfLine = said.line() == null
                ? said.insteadOf() == null || insteadOf.equals(LineIds.plain(said.insteadOf()))
                : insteadOf.equals(saidIds.line());
        return isOfLine && ids.isSameItem(saidIds);
    }

    /** Returns the line's name for the buyer. */
    String ordered() {
        return LineNames.of(line, item, supplierItem);
    }

    /** Returns the article's name for the buyer. */
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
