package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import java.util.List;

/** What {@link Deliveries} needs of a page that was judged, and gives back. */
public interface PageToDeliver {
    RunContext context();

    /** Returns what was decided about each record of the page. */
    List<Judged> verdicts();

    /** Returns what the target has accepted of the run so far. */
    TargetAccepted accepted();

    /** Takes the batches in which the page is sent. */
    void sendIn(List<Batch> batches);
}
