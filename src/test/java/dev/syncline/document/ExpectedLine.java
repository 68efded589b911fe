package dev.syncline.document;

import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.LineDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A line as a test expects it: null and empty but for what is said. */
public final class ExpectedLine {
    private final LineDraft draft = new LineDraft();

    private ExpectedLine(String line) {
        draft.line = line;
    }

    public static ExpectedLine line(String line) {
        return new ExpectedLine(line);
    }

    public ExpectedLine supplierLine(String id) {
        draft.supplierLine = id;
        return this;
    }

    public ExpectedLine item(String id) {
        draft.item = id;
        return this;
    }

    public ExpectedLine supplierItem(String id) {
        draft.supplierItem = id;
        return this;
    }

    public ExpectedLine gtin(String number) {
        draft.gtin = number;
        return this;
    }

    public ExpectedLine description(String text) {
        draft.description = text;
        return this;
    }

    public ExpectedLine is(Status is, String as) {
        draft.status = is;
        draft.code = as;
        return this;
    }

    public ExpectedLine ordered(String quantity) {
        draft.ordered = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine confirmed(String quantity) {
        draft.confirmed = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine shipped(String quantity) {
        draft.shipped = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine shippedSoFar(String quantity) {
        draft.shipped = quantity == null ? null : new BigDecimal(quantity);
        draft.cumulative = true;
        return this;
    }

    public ExpectedLine backOrdered(String quantity) {
        draft.backOrdered = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine cancelled(String quantity) {
        draft.cancelled = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine unit(String code) {
        draft.unit = code;
        return this;
    }

    public ExpectedLine unitCost(String price) {
        draft.unitCost = new BigDecimal(price);
        return this;
    }

    public ExpectedLine expectedOn(String date) {
        draft.expectedOn = LocalDate.parse(date);
        return this;
    }

    public ExpectedLine tracking(String... numbers) {
        draft.tracking.addAll(List.of(numbers));
        return this;
    }

    public ExpectedLine insteadOf(String line) {
        draft.insteadOf = line;
        return this;
    }

    public Line make() {
        return draft.line();
    }
}
