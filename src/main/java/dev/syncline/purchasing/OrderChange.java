package dev.syncline.purchasing;

import dev.syncline.page.RowChange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changes in an order, and where that begins.
 *
 * @param before the order as the ERP had it when the document log told of it last; null where it had none
 * @param seen as it has it now, where that is more than the log told of; else null
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
     * @param intent what was about to be written before and is not recorded; null for nothing
     * @param wanted the order as it should be
     */
    static OrderChange of(ErpOrder erp, Intent intent, Map<String, Object> wanted) {
        boolean isOwed = intent != null && intent.isOwed(erp, wanted);
        ErpOrder told = isOwed ? intent.before() : erp;
        Set<String> changed = Changes.words(told, wanted);
        if (told != null) {
            changed.addAll(Changes.words(erp, wanted)); // what goes back to where it was before has changed, too
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
