package dev.syncline.run.phase;

import dev.syncline.page.RunContext;

/** One of the phases that a run goes through. */
interface RunPhase {
    /** Whether it gives the pages of the run while that is in the phase. */
    boolean isOf(Phase phase, RunContext run);

    /**
     * Returns the next page, which may be empty, and says where the run continues after it.
     *
     * @param cursor of the page before in the phase; null for the first
     */
    RunPage next(ActiveRun run, String cursor) throws Exception;
}
