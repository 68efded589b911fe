package dev.syncline.supplier;

import dev.syncline.supplier.SupplierOrder.Line;
import dev.syncline.supplier.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A line as a test expects it: null and empty but for what is said. */
public final class ExpectedLine {
    private final String line;
    private String supplierLine;
    private String item;
    private String supplierItem;
    private String gtin;
    private String description;
    private Status status;
    private BigDecimal ordered;
    private BigDecimal confirmed;
    private BigDecimal shipped;
    private boolean cumulative;
    private BigDecimal backOrdered;
    private BigDecimal cancelled;
    private String unit;
    private BigDecimal unitCost;
    private LocalDate expectedOn;
    private List<String> tracking = List.of();
    private String code;

    private ExpectedLine(String line) {
        this.line = line;
    }

    public static ExpectedLine line(String line) {
        return new ExpectedLine(line);
    }

    public ExpectedLine supplierLine(String id) {
        supplierLine = id;
        return this;
    }

    public ExpectedLine item(String id) {
        item = id;
        return this;
    }

    public ExpectedLine supplierItem(String id) {
        supplierItem = id;
        return this;
    }

    public ExpectedLine gtin(String number) {
        gtin = number;
        return this;
    }

    public ExpectedLine description(String text) {
        description = text;
        return this;
    }

    public ExpectedLine is(Status is, String as) {
        status = is;
        code = as;
        return this;
    }

    public ExpectedLine ordered(String quantity) {
        ordered = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine confirmed(String quantity) {
        confirmed = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine shipped(String quantity) {
        shipped = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine shippedSoFar(String quantity) {
        shipped = quantity == null ? null : new BigDecimal(quantity);
        cumulative = true;
        return this;
    }

    public ExpectedLine backOrdered(String quantity) {
        backOrdered = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine cancelled(String quantity) {
        cancelled = new BigDecimal(quantity);
        return this;
    }

    public ExpectedLine unit(String code) {
        unit = code;
        return this;
    }

    public ExpectedLine unitCost(String price) {
        unitCost = new BigDecimal(price);
        return this;
    }

    public ExpectedLine expectedOn(String date) {
        expectedOn = LocalDate.parse(date);
        return this;
    }

    public ExpectedLine tracking(String... numbers) {
        tracking = List.of(numbers);
        return this;
    }

    public Line make() {
        return new Line(
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
                cumulative,
                backOrdered,
                cancelled,
                unit,
                unitCost,
                expectedOn,
                tracking,
                code);
    }
}
