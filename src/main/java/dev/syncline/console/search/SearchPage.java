package dev.syncline.console.search;

import dev.syncline.console.frame.State;
import java.util.List;

/**
 * What a search found, as its page and the suggestions of the search field show it.
 *
 * @param more where the records are that contain the text, page by page
 * @param isPartial whether titles were left out that may have it
 */
record SearchPage(String q, List<Group> groups, String more, boolean isPartial) {
    record Group(String title, List<Hit> hits) {}

    /** @param state null for what has none */
    record Hit(String label, String detail, State state, String address) {}
}
