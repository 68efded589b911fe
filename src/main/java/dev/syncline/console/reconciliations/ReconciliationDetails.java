package dev.syncline.console.reconciliations;

import dev.syncline.api.http.Listing;
import dev.syncline.api.reconciliations.ComparisonCounts;
import dev.syncline.api.reconciliations.DifferenceView;
import dev.syncline.api.reconciliations.ReconciliationView;
import dev.syncline.api.reconciliations.ReconciliationsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.reconciliations.ReconciliationDetail.Again;
import dev.syncline.console.reconciliations.ReconciliationDetail.Count;
import dev.syncline.console.reconciliations.ReconciliationDetail.Fact;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the page of one reconciliation, from the calls that the API has for it. */
@ApplicationScoped
class ReconciliationDetails {
    private static final int PROGRESS_WIDTH = 10; // of the picture's width, for each per cent

    private final ReconciliationsResource reconciliations;
    private final Catalog catalog;
    private final Frames frames;

    ReconciliationDetails(ReconciliationsResource reconciliations, Catalog catalog, Frames frames) {
        this.reconciliations = reconciliations;
        this.catalog = catalog;
        this.frames = frames;
    }

    /** @param kind of the differences, or null for all; likewise what they contain, and where their page begins */
    ReconciliationDetail of(String id, String kind, String q, String cursor) {
        ReconciliationView view = reconciliations.get(id);
        Listing<DifferenceView> found = reconciliations.differences(id, kind, q, null, cursor);
        SyncRoute route = catalog.all().stream()
                .filter(each -> each.id().equals(view.route()))
                .findFirst()
                .orElse(null);
        boolean isOver = view.finishedAt() != null;
        return new ReconciliationDetail(
                view.id(),
                here(view, kind, q).with("cursor", cursor).toString(),
                headline(view, isOver),
                route == null ? view.route() : route.title(),
                "/routes/" + view.route(),
                ReconciliationStates.state(view),
                isOver,
                progress(view, isOver),
                view.progress().percent() * PROGRESS_WIDTH,
                reason(view, isOver),
                counts(view.counts()),
                isOver && route != null ? again(view, route) : null,
                facts(view),
                chips(view, kind, q),
                Objects.requireNonNullElse(q, ""),
                Objects.requireNonNullElse(kind, ""),
                found.items().stream()
                        .map(difference -> DifferenceRows.of(view.route(), difference))
                        .toList(),
                empty(view, isOver, kind != null || q != null),
                found.next() == null
                        ? null
                        : here(view, kind, q).with("cursor", found.next()).toString());
    }

    private static Address here(ReconciliationView view, String kind, String q) {
        return Address.of("/reconciliations/" + view.id()).with("kind", kind).with("q", q);
    }

    private static String headline(ReconciliationView view, boolean isOver) {
        String name = "Reconciliation " + view.id();
        if (!isOver) {
            return name + (view.queued() ? " is queued" : " compares source and target");
        }
        return switch (view.status()) {
            case "SUCCESS", "PARTIAL" -> name + " found " + found(view.counts());
            case "CANCELLED" -> name + " was cancelled by " + view.cancelledBy();
            default -> name + " could not finish";
        };
    }

    private static String found(ComparisonCounts counts) {
        long differences = ReconciliationStates.differences(counts);
        return differences == 0 ? "no difference" : Numbers.of(differences, "difference");
    }

    private static String progress(ReconciliationView view, boolean isOver) {
        Long expected = view.progress().expected();
        String done = Numbers.grouped(view.progress().done());
        return isOver || expected == null
                ? done + " records"
                : done + " of about " + Numbers.grouped(expected) + " records";
    }

    private String reason(ReconciliationView view, boolean isOver) {
        Instant until = isOver ? null : view.waitingUntil();
        String waits = until == null
                ? ""
                : "It waits, and goes on " + frames.when(until).relative() + ". ";
        return waits + Objects.requireNonNullElse(view.reason(), "");
    }

    private static List<Count> counts(ComparisonCounts of) {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(Numbers.grouped(of.equal()), "equal", "text-ok"));
        counts.add(new Count(Numbers.grouped(of.missing()), "missing at the target", tone(of.missing())));
        counts.add(new Count(Numbers.grouped(of.extra()), "at the target alone", tone(of.extra())));
        counts.add(new Count(Numbers.grouped(of.different()), "different", tone(of.different())));
        if (of.unkeyed() > 0) {
            counts.add(
                    new Count(Numbers.grouped(of.unkeyed()), "not compared, without a key of their own", "text-hold"));
        }
        if (of.repaired() > 0) {
            counts.add(new Count(Numbers.grouped(of.repaired()), "repaired", "text-ok"));
        }
        return counts;
    }

    private static String tone(long number) {
        return number == 0 ? "dim" : "text-hold";
    }

    private static Again again(ReconciliationView view, SyncRoute route) {
        long open = ReconciliationStates.open(view.counts());
        boolean isNamed = !view.range().name().equals("from-to");
        return new Again(
                view.route(),
                isNamed ? view.range().name() : "",
                isNamed ? "" : text(view.range().from()),
                isNamed ? "" : text(view.range().to()),
                view.depth(),
                open > 0 && route.onDemand() ? "Repair " + Numbers.of(open, "difference") : null);
    }

    private static String text(Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private List<Fact> facts(ReconciliationView view) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Asked for", ReconciliationStates.asked(view), null, null));
        facts.add(new Fact("Ordered", "", frames.when(view.createdAt()), null));
        if (view.startedAt() != null) {
            facts.add(new Fact("Began", "", frames.when(view.startedAt()), null));
        }
        if (view.finishedAt() != null) {
            facts.add(new Fact("Ended", "", frames.when(view.finishedAt()), null));
        }
        facts.add(new Fact("Compared", Numbers.grouped(view.counts().compared()), null, null));
        if (view.repairRun() != null) {
            facts.add(new Fact("Repaired by", "Run " + view.repairRun(), null, "/runs/" + view.repairRun()));
        }
        if (view.resumed() > 0) {
            facts.add(new Fact("Resumed", Numbers.of(view.resumed(), "time"), null, null));
        }
        return facts;
    }

    private static List<Chip> chips(ReconciliationView view, String kind, String q) {
        ComparisonCounts counts = view.counts();
        return List.of(
                chip(view, "All", ReconciliationStates.differences(counts), null, kind, q),
                chip(view, "Missing", counts.missing(), "missing", kind, q),
                chip(view, "Extra", counts.extra(), "extra", kind, q),
                chip(view, "Different", counts.different(), "different", kind, q));
    }

    private static Chip chip(ReconciliationView view, String label, long count, String of, String kind, String q) {
        return new Chip(label + " " + Numbers.grouped(count), here(view, of, q).toString(), Objects.equals(of, kind));
    }

    private static String empty(ReconciliationView view, boolean isOver, boolean isNarrowed) {
        if (isNarrowed) {
            return "No difference matches. Remove a part of the filter to see more.";
        } else if (!isOver) {
            return "None so far.";
        }
        return view.status().equals("SUCCESS")
                ? "None: what was compared is the same at source and target."
                : "None was found before it ended.";
    }
}
