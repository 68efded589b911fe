package dev.syncline.console.orders;

import dev.syncline.api.http.Listing;
import dev.syncline.api.orders.OrderDocumentsResource;
import dev.syncline.api.orders.SupplierDocumentView;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.Words;
import dev.syncline.console.orders.Sheets.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes pages of the documents that made an order what it is. */
@ApplicationScoped
class SheetTexts {
    private static final int AT_ONCE = 6;

    private final OrderDocumentsResource documents;
    private final Frames frames;

    SheetTexts(OrderDocumentsResource documents, Frames frames) {
        this.documents = documents;
        this.frames = frames;
    }

    /** @param before where the page begins; null for the newest documents */
    Sheets of(String vendor, String number, String before) throws SQLException {
        Listing<SupplierDocumentView> found = documents.list(vendor, number, vendor, number, AT_ONCE, before);
        return new Sheets(
                found.items().stream()
                        .map(document -> sheet(vendor, number, document))
                        .toList(),
                found.next() == null
                        ? null
                        : Address.of("/order")
                                .with("vendor", vendor)
                                .with("number", number)
                                .with("documents", found.next())
                                .toString(),
                before == null ? null : OrderDetails.address(vendor, number));
    }

    Sheet one(String vendor, String number, String id) throws SQLException {
        return sheet(vendor, number, documents.get(vendor, number, id, vendor, number));
    }

    private Sheet sheet(String vendor, String number, SupplierDocumentView document) {
        String kinds = document.kinds().stream().map(Words::ofConstant).collect(Collectors.joining(", "));
        String name = document.number() == null ? "" : " " + document.number();
        return new Sheet(
                document.id(),
                (kinds.isEmpty() ? "Not read: document " + document.id() : kinds) + name,
                Objects.requireNonNullElse(document.type(), ""),
                frames.when(document.at()),
                frames.when(document.receivedAt()),
                document.warnings(),
                Objects.requireNonNullElse(document.fault(), ""),
                visible(Objects.requireNonNullElse(document.content(), "")),
                document.content() == null || document.whole()
                        ? ""
                        : "A part of it, around the order's number, from byte " + Numbers.grouped(document.from() + 1)
                                + " of " + Numbers.grouped(document.size()),
                Address.of("/order/document")
                        .with("vendor", vendor)
                        .with("number", number)
                        .with("id", document.id())
                        .toString());
    }

    /** Separators of EDI that no font has are shown by the signs that Unicode has for them. */
    static String visible(String content) {
        StringBuilder visible = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean isShown = c >= ' ' && c != 0x7f || c == '\n' || c == '\t' || c == '\r';
            visible.append(isShown ? c : c == 0x7f ? '\u2421' : (char) ('\u2400' + c));
        }
        return visible.toString();
    }
}
