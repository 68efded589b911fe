package dev.syncline.extension;

import dev.syncline.page.RunContext;
import java.util.List;

/**
 * What is known of a page's records when the page is recorded.
 *
 * @param inStep those that are at the target as they should be, whether the page sent them or found them so
 * @param unwritten keys of those that were sent and that the target certainly did not take
 */
public record RecordedPage(RunContext run, List<PageRecord> inStep, List<String> unwritten) {
    public boolean isEmpty() {
        return inStep.isEmpty() && unwritten.isEmpty();
    }
}
