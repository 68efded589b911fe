package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import java.util.OptionalLong;

/**
 * A reconciliation that this process carries out.
 *
 * @param fence the number that its writes carry; they fail when another process has taken it over
 * @param activeField the field by which the target says that a record is not deactivated; empty where there is none
 */
record Work(long id, int fence, SyncRoute route, int routeNumber, Window window, Depth depth, String activeField) {
    /** Over the whole range; only then a record that the source does not have can be told from one out of the range. */
    boolean isWhole() {
        return window.equals(Window.ALL);
    }

    /** The reconciliation whose reader a number names; empty for a run's. */
    static OptionalLong of(long reader) {
        return reader < 0 ? OptionalLong.of(-reader / 2) : OptionalLong.empty();
    }

    /** Names the reader of pages to a source that holds a cursor; below zero, where no run's number is. */
    long pagesId() {
        return -2 * id;
    }

    /** The same for look-ups, which must not end that cursor. */
    long lookUpsId() {
        return -2 * id - 1;
    }
}
