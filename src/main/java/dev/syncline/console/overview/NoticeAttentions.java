package dev.syncline.console.overview;

import dev.syncline.api.notices.NoticeKindView;
import dev.syncline.api.notices.NoticesResource;
import dev.syncline.api.orders.VendorView;
import dev.syncline.api.orders.VendorsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.Words;
import dev.syncline.console.overview.Overview.Attention;
import dev.syncline.console.overview.Overview.Refresh;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What needs a person beside routes and records: open notices, by their kinds, and stale orders, by their vendors. */
@ApplicationScoped
class NoticeAttentions {
    /** The rest is in the list of vendors. */
    private static final int MOST_VENDORS = 20;

    /** What the rows of routes and records say already. */
    private static final Set<String> SAID_OF_ROUTES = Set.of("DID_NOT_RUN", "NO_SUCCESS", "RUNS_FAIL", "RECORDS_FAIL");

    private final NoticesResource notices;
    private final VendorsResource vendors;
    private final Frames frames;

    NoticeAttentions(NoticesResource notices, VendorsResource vendors, Frames frames) {
        this.notices = notices;
        this.vendors = vendors;
        this.frames = frames;
    }

    /**
     * @param notices how many are open; where not all were counted, at least so many
     * @param orders how many are stale
     */
    record Found(List<Attention> rows, long notices, long orders) {}

    Found now() throws SQLException {
        List<NoticeKindView> open = notices.kinds().items().stream()
                .filter(kind -> !SAID_OF_ROUTES.contains(kind.kind()))
                .toList();
        List<VendorView> stale = vendors.list("true", MOST_VENDORS, null).items();
        return new Found(
                Stream.concat(open.stream().map(this::kind), stale.stream().map(NoticeAttentions::stale))
                        .toList(),
                open.stream().mapToLong(NoticeKindView::count).sum(),
                stale.stream().mapToLong(VendorView::staleOrders).sum());
    }

    private Attention kind(NoticeKindView kind) {
        String count = Numbers.grouped(kind.count()) + (kind.more() ? " and more" : "");
        return new Attention(
                new State(kind.count() == 1 ? "Notice" : "Notices " + count, "hold"),
                Words.ofConstant(kind.kind()),
                (kind.count() == 1 ? "" : "The newest: ") + kind.example() + " Raised "
                        + frames.when(kind.lastAt()).relative() + ".",
                Address.of("/notices").with("kind", kind.kind()).toString(),
                "Show " + count,
                null);
    }

    private static Attention stale(VendorView vendor) {
        String name = vendor.name() == null || vendor.name().isBlank() ? vendor.vendor() : vendor.name();
        boolean isOne = vendor.staleOrders() == 1;
        return new Attention(
                new State("Stale " + Numbers.grouped(vendor.staleOrders()), "bad"),
                Numbers.of(vendor.staleOrders(), "order") + " of " + name
                        + (isOne ? " is older than its supplier's" : " are older than their supplier's")
                        + " notification",
                vendor.supplier() == null
                        ? "No supplier system is connected any more. Connect one, or switch the vendor off."
                        : "Supplier " + vendor.supplier() + " sent a notification, and no sync followed. Ask it again.",
                Address.of("/orders")
                        .with("vendor", vendor.vendor())
                        .with("stale", true)
                        .toString(),
                "Show " + Numbers.grouped(vendor.staleOrders()),
                null,
                vendor.supplier() == null
                        ? null
                        : new Refresh(vendor.vendor(), "Refresh " + Numbers.grouped(vendor.staleOrders())));
    }
}
