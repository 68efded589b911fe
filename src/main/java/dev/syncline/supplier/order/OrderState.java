package dev.syncline.supplier.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.document.SupplierOrder.Status;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The state of an order by all its documents. A value that no document states is null: a line that was accepted without
 * a quantity has no confirmed quantity, and is confirmed in full.
 *
 * @param orderNumber the buyer's number; null for an order that was placed at the supplier
 * @param status the last status of the order as a whole
 * @param others the last status of lines that no document named
 * @param allShipped whether lines without a shipped quantity were shipped in full
 * @param isWhole whether the lines are complete, as the supplier listed all of them
 * @param expectedOn for lines without a date of their own
 * @param warnings warnings of documents whose content is complete
 * @param onlyOrdered whether all its documents are the buyer's, and the supplier has not answered yet
 */
@RegisterForReflection
public record OrderState(
        String orderNumber,
        String supplierNumber,
        Status status,
        Status others,
        boolean allShipped,
        boolean isWhole,
        String currency,
        LocalDate expectedOn,
        List<String> tracking,
        List<Line> lines,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean onlyOrdered) {
    /** Returns whether it was placed at the supplier: its number is the supplier's own. */
    @JsonIgnore
    public boolean isPlacedAtSupplier() {
        return orderNumber == null || orderNumber.equals(supplierNumber);
    }

    /**
     * The state of a line; quantities are totals of all its documents, in units of {@code unit}.
     *
     * @param insteadOf the buyer's line that the item replaces; null if it replaces none
     */
    @RegisterForReflection
    public record Line(
            String line,
            String supplierLine,
            String item,
            String supplierItem,
            String gtin,
            String description,
            Status status,
            BigDecimal ordered,
            BigDecimal confirmed,
            BigDecimal shipped,
            BigDecimal backOrdered,
            BigDecimal cancelled,
            String unit,
            BigDecimal unitCost,
            LocalDate expectedOn,
            List<String> tracking,
            @JsonInclude(JsonInclude.Include.NON_NULL) String insteadOf,
            @JsonInclude(JsonInclude.Include.NON_NULL) String currency) {
        /** A line whose price is in the order's currency. */
        public Line(
                String line,
                String supplierLine,
                String item,
                String supplierItem,
                String gtin,
                String description,
                Status status,
                BigDecimal ordered,
                BigDecimal confirmed,
                BigDecimal shipped,
                BigDecimal backOrdered,
                BigDecimal cancelled,
                String unit,
                BigDecimal unitCost,
                LocalDate expectedOn,
                List<String> tracking,
                String insteadOf) {
            this(
                    line,
                    supplierLine,
                    item,
                    supplierItem,
                    gtin,
                    description,
                    status,
                    ordered,
                    confirmed,
                    shipped,
                    backOrdered,
                    cancelled,
                    unit,
                    unitCost,
                    expectedOn,
                    tracking,
                    insteadOf,
                    null);
        }
    }
}
