package dev.syncline.supplier;

import java.util.Map;

/**
 * A supplier as its system's file describes it: the parameters of the template {@code supplier-read}.
 *
 * @param system the system's name
 * @param vendor the ERP's number of the vendor that it is
 * @param format of its documents
 * @param catalog the route whose source is the catalog of its items; empty where none is mapped
 */
public record Supplier(
        String system,
        String vendor,
        String format,
        String catalog,
        String call,
        String orderCall,
        String since,
        String until,
        String limit,
        int documents,
        String cursor,
        String list,
        String content,
        boolean isBase64,
        String next,
        String acknowledgements,
        String signatureHeader) {
    public static Supplier of(Map<String, String> p) {
        return new Supplier(
                p.get("system"),
                p.get("vendor"),
                p.get("format"),
                p.get("catalog"),
                p.get("call"),
                p.get("orderCall"),
                p.get("since"),
                p.get("until"),
                p.get("limit"),
                Integer.parseInt(p.get("documents")),
                p.get("cursor"),
                p.get("list"),
                p.get("content"),
                p.get("encoding").equals("base64"),
                p.get("next"),
                p.get("acknowledgements"),
                p.get("signatureHeader"));
    }

    /** Returns whether an answer is a list of documents, and not a document itself. */
    public boolean givesLists() {
        return !list.isEmpty();
    }
}
