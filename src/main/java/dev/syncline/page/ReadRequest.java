package dev.syncline.page;

import dev.syncline.route.SyncRoute;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What {@code direct:<system>.read} is asked.
 *
 * @param part the part of a run or reconciliation that reads; a source may keep a cursor open for it
 * @param route whose rows: the id of a sync route
 * @param side which end of the route is read
 * @param scope with no more keys than a page has
 * @param cursor where to go on; null for the first page
 * @param limit how many rows a page has, ties beyond them not counted
 * @param dryRun whether nothing is to be kept of what is read
 * @param anew whether a source that keeps what it was told is to ask again, as somebody wants these very records
 */
@RegisterForReflection
public record ReadRequest(
        long part, String route, Side side, Scope scope, String cursor, int limit, boolean dryRun, boolean anew) {
    /** The ends of a route. What its target holds is read as it is there, by {@code targetPath} or {@code targetQuery}. */
    public enum Side {
        SOURCE,
        TARGET
    }

    /** Reads for what is not a dry run, or keeps nothing anyway. */
    public ReadRequest(
            long part,
            String route,
            Side side,
            Window window,
            Depth depth,
            List<String> keys,
            String cursor,
            int limit) {
        this(part, route, side, new Scope(window, depth, keys), cursor, limit, false, false);
    }

    /** The records of these keys, at an end of a route. */
    public static ReadRequest of(long part, String route, Side side, List<String> keys) {
        return new ReadRequest(part, route, side, Window.ALL, Depth.DEEP, keys, null, keys.size());
    }

    /** Reads the source. */
    public ReadRequest(
            long part, String route, Window window, Depth depth, List<String> keys, String cursor, int limit) {
        this(part, route, Side.SOURCE, window, depth, keys, cursor, limit);
    }

    public Window window() {
        return scope.window();
    }

    public Depth depth() {
        return scope.depth();
    }

    /** Returns the only records wanted; null for all in the window. */
    public List<String> keys() {
        return scope.keys();
    }

    private Scope of(Depth other, List<String> others) {
        return new Scope(window(), other, others);
    }

    /** The same for other keys. */
    ReadRequest with(List<String> others) {
        return new ReadRequest(part, route, side, of(depth(), others), cursor, limit, dryRun, anew);
    }

    /** The same for other keys, from the beginning, without what a deep read adds. */
    ReadRequest shallow(List<String> others) {
        return new ReadRequest(part, route, side, of(Depth.SHALLOW, others), null, others.size(), dryRun, anew);
    }

    /** The same for other keys, from the beginning. */
    ReadRequest ofOthers(List<String> others) {
        return new ReadRequest(part, route, side, of(depth(), others), null, others.size(), dryRun, anew);
    }

    /**
     * What is to be asked after a page; null after the last one. Pages of named records, too, end when they have as many
     * bytes as a page may have.
     */
    public ReadRequest after(Page page) {
        return page.next() == null || page.next().equals(cursor)
                ? null
                : new ReadRequest(part, route, side, scope, page.next(), limit, dryRun, anew);
    }

    /** The system that is read. */
    public String system(SyncRoute of) {
        return side == Side.TARGET ? of.target() : of.source();
    }

    /** Where its records are, over HTTP. */
    String path(SyncRoute of) {
        return side == Side.TARGET ? of.targetPath() : of.path();
    }
}
