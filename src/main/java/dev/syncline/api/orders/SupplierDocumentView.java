package dev.syncline.api.orders;

import dev.syncline.secret.Secrets;
import dev.syncline.supplier.inbox.OrderDocument;
import dev.syncline.supplier.inbox.OrderDocument.Content;
import dev.syncline.supplier.inbox.OrderDocument.Said;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A document of the supplier that is about a purchase order.
 *
 * @param id its number in the hub
 * @param type as the standard calls it; null if it cannot be read
 * @param kinds what it is for this order: CONFIRMATION, CHANGE, SHIPMENT ...; empty if it cannot be read
 * @param number the supplier's number of the document; null if it has none
 * @param at the document's own date; null if it has none
 * @param warnings what could not be applied completely
 * @param fault why it cannot be read; null if it can
 * @param content as it came, without secrets; null if it was purged for its age
 * @param from how many bytes of the document are before {@code content}
 * @param size of the whole document in bytes
 * @param whole whether {@code content} is all of it; else it is the part around the order's number
 */
@RegisterForReflection
public record SupplierDocumentView(
        long id,
        String type,
        List<String> kinds,
        String number,
        Instant at,
        Instant receivedAt,
        List<String> warnings,
        String fault,
        String content,
        long from,
        long size,
        boolean whole) {
    static SupplierDocumentView of(OrderDocument document) {
        Content content = document.content();
        return new SupplierDocumentView(
                document.id(),
                document.type(),
                document.said().stream().map(Said::kind).distinct().toList(),
                document.said().stream()
                        .map(Said::number)
                        .filter(Objects::nonNull)
                        .map(Secrets::masked)
                        .findFirst()
                        .orElse(null),
                document.said().stream()
                        .map(Said::at)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                document.receivedAt(),
                document.warnings().stream().map(Secrets::masked).toList(),
                Secrets.masked(document.fault()),
                content == null ? null : content.text(),
                content == null ? 0 : content.from(),
                content == null ? 0 : content.size(),
                content != null && content.isWhole());
    }
}
