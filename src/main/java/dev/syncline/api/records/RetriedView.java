package dev.syncline.api.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.syncline.api.runs.RunView;
import dev.syncline.run.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/**
 * The run that retries records, with how many it has.
 *
 * @param selected how many records it retries
 * @param skipped those that were asked for and are not retried, by why
 */
@RegisterForReflection
public record RetriedView(@JsonUnwrapped RunView run, long selected, List<Skipped> skipped) {

    /** @param why what they are */
    @RegisterForReflection
    public record Skipped(String why, long count) {}

    /**
     * @param named how many records were named; null if none were named: all that the filter shows are meant
     * @param keyless how many the filter shows that nobody can ask for
     */
    static RetriedView of(Run run, Integer named, long keyless) {
        List<Skipped> skipped = new ArrayList<>();
        if (named == null && keyless > 0) {
            skipped.add(new Skipped(
                    "Their rows have no key of their own. Correct them at the source and run the route over all",
                    keyless));
        } else if (named != null && named > run.expected) {
            skipped.add(new Skipped(
                    "They are in another status by now, or have no key of their own", named - run.expected));
        }
        return new RetriedView(RunView.of(run), run.expected, skipped);
    }
}
