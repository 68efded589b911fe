package dev.syncline.supplier.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.document.SupplierOrder.Status;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as the supplier has it, by all that its documents said. What none of them said is null: a line that was
 * accepted without a quantity has none confirmed here, and is confirmed in full.
 *
 * @param orderNumber the buyer's; null for an order that was placed at the supplier
 * @param status what was said last of the order as a whole
 * @param others the same of lines that no document named
 * @param allShipped whether lines without a shipped quantity went out whole
 * @param isWhole whether the lines are all there are: an order of which the supplier gave the lines one by one
 * @param expectedOn for lines without a date of their own
 * @param warnings what was wrong with documents whose content is whole
 * @param onlyOrdered whether nothing is known of it but documents that a buyer sends: the supplier said nothing yet
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
    /** Whether it was placed at the supplier: its number is the supplier's own. */
    @JsonIgnore
    public boolean isPlacedAtSupplier() {
        return orderNumber == null || orderNumber.equals(supplierNumber);
    }

    /**
     * A line as the supplier has it; quantities are in units of {@code unit}, and those of all its documents.
     *
     * @param insteadOf the buyer's line that the item is delivered in place of; null for none
     * @param currency of {@code unitCost}, where that is another than the order's; else null
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
