package dev.syncline.console.orders;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One purchase order, as its page shows it.
 *
 * @param supplier the system that reports on it; empty if none is connected
 * @param ownSwitch what its switch is, in words
 * @param does what its switch's button does; empty where it cannot be pressed
 * @param turn the label of that button
 * @param turnsOn whether it switches on
 * @param locks whether the supplier fills some of its fields
 * @param fields of its header
 * @param columns of its lines
 * @param hidden lines that were cancelled or rejected
 * @param hiddenCount how many those are, in words
 * @param moreNotices the list of its notices
 */
record OrderDetail(
        String vendor,
        String number,
        String vendorAddress,
        String supplier,
        State state,
        State follows,
        boolean isFollowing,
        String ownSwitch,
        String does,
        String turn,
        boolean turnsOn,
        boolean locks,
        Synced synced,
        List<Field> fields,
        List<Column> columns,
        List<Line> lines,
        List<Line> hidden,
        String hiddenCount,
        List<String> warnings,
        List<Notice> notices,
        String moreNotices,
        Sheets sheets) {

    /** @param isLocked whether the supplier fills it */
    record Field(String name, String value, boolean isLocked) {}

    record Column(String name, boolean isNumber, boolean isLocked) {}

    record Line(List<Cell> cells, State state) {}

    record Cell(String value, boolean isNumber) {}

    record Notice(long id, String kind, String text, When at) {}
}
