package dev.syncline.purchasing;

import dev.syncline.page.RowChange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The change of an order.
 *
 * @param before the ERP's order at the last entry of the document log; null if the ERP had none
 * @param seen the ERP's order now, if it has changes that are not in the log; else null
 */
record OrderChange(
        String base,
        List<String> changed,
        boolean isCancellation,
        boolean isCreation,
        boolean isOwed,
        ErpOrder before,
        ErpOrder seen)
        implements RowChange {

    /**
     * @param erp the order as it is; null for a new one
     * @param intent the order that was about to be written, and whose outcome is not recorded; null if there is none
     * @param wanted the order as it should be
     */
    static OrderChange of(ErpOrder erp, Intent intent, Map<String, Object> wanted) {
        boolean isOwed = intent != null && intent.isOwed(erp, wanted);
        ErpOrder told = isOwed ? intent.before() : erp;
        Set<String> changed = Changes.words(told, wanted);
        if (told != null) {
            changed.addAll(Changes.words(erp, wanted)); // a value that returns to the one before has changed too
        }
        boolean isWritten = intent != null && intent.isWritten(erp);
        return new OrderChange(
                erp == null ? null : erp.version(),
                List.copyOf(changed),
                Changes.isCancellation(told, wanted),
                isOwed && told == null,
                isOwed,
                isWritten ? intent.before() : erp,
                isWritten ? erp : null);
    }

    @Override
    public RowChange withoutBase() {
        return new OrderChange(null, changed, isCancellation, isCreation, isOwed, before, seen);
    }
}
