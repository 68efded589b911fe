package dev.syncline.sandbox.erp;

import dev.syncline.sandbox.call.SandboxProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The tables of the ERP that can be read and changed through the sandbox. Field {@code vendorNo} is column vendor_no.
 */
public enum ErpEntity {
    VENDORS("vendor_no", "changed_at = now()"),
    JOBS("job_no", "changed_at = now() at time zone 'Europe/Berlin'"),
    SUB_JOBS("job_no, sub_job_no", "write_date = now()"),
    PRIME_CONTRACTS("contract_no", "changed_at = now()"),
    JOB_COSTS("cost_id", "changed_at = now()"),
    COST_TYPES("cost_type", "changed_at = now()"),
    STANDARD_COST_CODES("cost_code", "changed_at = now()"),
    PRODUCTS("product_no", "changed_at = now()"),
    PURCHASE_ORDERS("order_no", "changed_at = now()"),
    /** Children have no changed-at of their own, and do not change their parent's. */
    PRIME_CONTRACT_LINES("contract_no, line_no", ""),
    JOB_COST_CODES("job_no, cost_code", ""),
    /** A trigger of the ERP updates the order. */
    PURCHASE_ORDER_LINES("order_no, line_no", "");

    /** Columns of times, which are no fields. */
    static final List<String> TIMES = List.of("changed_at", "create_date", "write_date");

    private final List<String> keys;
    private final String touch;

    ErpEntity(String keys, String touch) {
        this.keys = List.of(keys.split(", "));
        this.touch = touch;
    }

    static ErpEntity named(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.path().equals(name))
                .findFirst()
                .orElseThrow(() -> new SandboxProblem(
                        404,
                        "The ERP has no entity '" + name + "'; it has "
                                + Arrays.stream(values()).map(ErpEntity::path).collect(Collectors.joining(", "))));
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> keys() {
        return keys;
    }

    /** Returns the assignment that updates the changed-at of a row; empty if the table has none. */
    String touch() {
        return touch;
    }

    /** Returns whether its rows have a changed-at; children's do not. */
    boolean hasOwnTime() {
        return !touch.isEmpty();
    }

    /** Returns the SQL of the key as one text, its columns joined with a bar. */
    String keyText() {
        return keys.stream().map(column -> column + "::text").collect(Collectors.joining(" || '|' || "));
    }
}
