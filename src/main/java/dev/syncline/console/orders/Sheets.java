package dev.syncline.console.orders;

import dev.syncline.console.frame.When;
import java.util.List;

/**
 * Documents of a supplier, beside each other.
 *
 * @param older the address of the page with those that came before; null where there are none
 * @param newest the address of the page with the newest; null where this is it
 */
record Sheets(List<Sheet> documents, String older, String newest) {
    /**
     * A document.
     *
     * @param title what it is and its number
     * @param at the document's own date; null if it has none
     * @param fault why it cannot be read; empty if it can
     * @param content as it came; empty where it was purged
     * @param part what part of it is shown, in words; empty for all of it
     * @param address of its own page, which shows more of it
     */
    record Sheet(
            long id,
            String title,
            String type,
            When at,
            When received,
            List<String> warnings,
            String fault,
            String content,
            String part,
            String address) {}
}
