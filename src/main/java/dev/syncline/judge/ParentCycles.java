package dev.syncline.judge;

import dev.syncline.json.Escaped;
import dev.syncline.judge.Parents.Missing;
import dev.syncline.page.Keys;
import dev.syncline.page.RunContext;
import dev.syncline.record.AwaitedParents;
import dev.syncline.record.AwaitedParents.Awaited;
import dev.syncline.record.AwaitedParents.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds records that wait for each other: none of them ever goes by itself. */
@ApplicationScoped
class ParentCycles {
    private static final String BEGINNING = "Its parents go round in a circle: ";

    /** Longer chains are not followed. */
    private static final int LONGEST = 50;

    /** Keys that a reason names. */
    private static final int MOST_NAMED = 10;

    private final AwaitedParents awaited;

    ParentCycles(AwaitedParents awaited) {
        this.awaited = awaited;
    }

    /**
     * By key, why those of the records are held that wait for themselves in the end. The others of such a circle are
     * looked at again, so that they say so too.
     *
     * @param missing by parent field, what is not there
     */
    Map<String, String> of(List<Draft> drafts, Map<String, Missing> missing, RunContext run) throws SQLException {
        Map<Place, Place> parents = new HashMap<>();
        for (Draft draft : drafts) {
            Place parent = draft.row.deleted() ? null : parent(draft, missing, run);
            if (parent != null) {
                parents.put(new Place(run.routeNumber(), draft.key), parent);
            }
        }
        if (parents.isEmpty()) {
            return Map.of();
        }
        Set<Place> onPage = Set.copyOf(parents.keySet());
        Map<Place, String> reasons = follow(parents);
        Map<String, String> cycles = new HashMap<>();
        Set<Place> others = new HashSet<>();
        for (Place place : onPage) {
            List<Place> circle = circle(place, parents);
            if (!circle.isEmpty()) {
                cycles.put(place.key(), reason(circle));
                circle.stream()
                        .filter(other -> !onPage.contains(other))
                        .filter(other -> !String.valueOf(reasons.get(other)).startsWith(BEGINNING))
                        .forEach(others::add);
            }
        }
        if (!others.isEmpty() && !run.dryRun()) {
            awaited.lookAgain(others);
        }
        return cycles;
    }

    private static Place parent(Draft draft, Map<String, Missing> missing, RunContext run) {
        for (String field : run.route().parents().keySet()) {
            Object value = draft.row.fields().get(field);
            boolean isItself = value != null
                    && Keys.part(value).equals(draft.key)
                    && missing.get(field).route() == run.routeNumber();
            if (value != null && !isItself && missing.get(field).reasons().containsKey(Keys.part(value))) {
                return new Place(missing.get(field).route(), Keys.part(value));
            }
        }
        return null;
    }

    /** Adds what the parents wait for themselves, as far as it is kept back; the reasons of those. */
    private Map<Place, String> follow(Map<Place, Place> parents) throws SQLException {
        Map<Place, String> reasons = new HashMap<>();
        Set<Place> next = new HashSet<>(parents.values());
        for (int i = 0; i < LONGEST; i++) {
            next.removeAll(parents.keySet());
            if (next.isEmpty()) {
                break;
            }
            Set<Place> found = new HashSet<>();
            for (var entry : awaited.of(next).entrySet()) {
                Awaited parent = entry.getValue();
                parents.put(entry.getKey(), parent.parent());
                reasons.put(entry.getKey(), parent.reason());
                found.add(parent.parent());
            }
            next = found;
        }
        return reasons;
    }

    /** From the record over its parents to itself; empty where it does not come to that. */
    private static List<Place> circle(Place record, Map<Place, Place> parents) {
        Set<Place> way = new LinkedHashSet<>();
        for (Place place = record;
                place != null && way.add(place) && way.size() <= LONGEST;
                place = parents.get(place)) {
            if (record.equals(parents.get(place))) {
                return new ArrayList<>(way);
            }
        }
        return List.of();
    }

    private static String reason(List<Place> circle) {
        StringBuilder reason = new StringBuilder(BEGINNING);
        circle.stream().limit(MOST_NAMED).forEach(place -> reason.append(Escaped.bounded(place.key(), 100))
                .append(" -> "));
        if (circle.size() > MOST_NAMED) {
            reason.append(circle.size() - MOST_NAMED).append(" more -> ");
        }
        return reason.append(Escaped.bounded(circle.get(0).key(), 100))
                .append(". None of them goes before another. Correct the parent of one of them at the source")
                .toString();
    }
}
