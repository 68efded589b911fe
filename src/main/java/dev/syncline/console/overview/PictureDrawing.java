package dev.syncline.console.overview;

import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.overview.Picture.Flow;
import dev.syncline.console.overview.Picture.Node;
import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what flows where from the routes of the catalog. */
final class PictureDrawing {
    private static final int NODE_WIDTH = 150;
    private static final int NODE_HEIGHT = 48;
    private static final int GAP = 16;
    private static final int BETWEEN = 170;
    private static final int MARGIN = 12;
    private static final int BEND = 70;
    private static final int TIP = 7;

    private static final List<Freshness> WORST_FIRST = List.of(
            Freshness.FAILING,
            Freshness.LATE,
            Freshness.RUNNING,
            Freshness.ON_TIME,
            Freshness.ON_DEMAND,
            Freshness.PAUSED);

    /** From one system to another. */
    private record Way(String source, String target) {}

    private final Map<Way, List<RouteHealth>> routes;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private int height;

    private PictureDrawing(Collection<RouteHealth> healths) {
        this.routes = healths.stream()
                .collect(Collectors.groupingBy(
                        health ->
                                new Way(health.route().source(), health.route().target()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    static Picture of(Collection<RouteHealth> healths) {
        return new PictureDrawing(healths).draw();
    }

    private Picture draw() {
        Map<String, Set<String>> targets = new HashMap<>();
        routes.keySet().forEach(way -> targets.computeIfAbsent(way.source(), source -> new TreeSet<>())
                .add(way.target()));
        List<List<String>> layers = Layers.of(targets);
        int tallest = layers.stream().mapToInt(List::size).max().orElse(0);
        height = 2 * MARGIN + tallest * (NODE_HEIGHT + GAP) - GAP;
        for (int column = 0; column < layers.size(); column++) {
            List<String> systems = layers.get(column);
            int free = height - 2 * MARGIN - systems.size() * NODE_HEIGHT;
            int gap = free / (systems.size() + 1);
            for (int i = 0; i < systems.size(); i++) {
                int y = MARGIN + (systems.size() == tallest ? i * (NODE_HEIGHT + GAP) : gap + i * (NODE_HEIGHT + gap));
                node(systems.get(i), column, y);
            }
        }
        width = 2 * MARGIN + layers.size() * (NODE_WIDTH + BETWEEN) - BETWEEN;
        List<Flow> flows = flows();
        return new Picture(width, height, List.copyOf(nodes.values()), flows, text());
    }

    private void node(String system, int column, int y) {
        long from = routes.keySet().stream()
                .filter(way -> way.source().equals(system))
                .mapToLong(way -> routes.get(way).size())
                .sum();
        long to = routes.keySet().stream()
                .filter(way -> way.target().equals(system))
                .mapToLong(way -> routes.get(way).size())
                .sum();
        String more = to == 0 ? "source of " + from : from == 0 ? "target of " + to : to + " in, " + from + " out";
        nodes.put(system, new Node(system, more, MARGIN + column * (NODE_WIDTH + BETWEEN), y, NODE_WIDTH, NODE_HEIGHT));
        columns.put(system, column);
    }

    private List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        routes.forEach((way, healths) -> {
            if (columns.get(way.source()) < columns.get(way.target())) {
                flows.add(forward(way, healths));
            } else {
                flows.add(back(way, healths));
            }
        });
        return flows;
    }

    private Flow forward(Way way, List<RouteHealth> healths) {
        Node from = nodes.get(way.source());
        Node to = nodes.get(way.target());
        int x1 = from.x() + from.width();
        int y1 = from.y() + port(way, routesFrom(way.source()));
        int x2 = to.x() - 2;
        int y2 = to.y() + port(way, routesTo(way.target()));
        String path = String.format(
                Locale.ROOT, "M%d %dC%d %d %d %d %d %d", x1, y1, x1 + BEND, y1, x2 - BEND, y2, x2 - TIP, y2);
        String tip =
                String.format(Locale.ROOT, "%d,%d %d,%d %d,%d", x2, y2, x2 - TIP - 1, y2 - 4, x2 - TIP - 1, y2 + 4);
        double at = labelAt(way);
        int labelX = (int) bezier(at, x1, x1 + BEND, x2 - BEND, x2);
        return flow(healths, path, tip, labelX, (int) bezier(at, y1, y1, y2, y2) - 5);
    }

    /** Where on a flow its label stands: towards the end at which it is alone. */
    private double labelAt(Way way) {
        boolean isAloneThere = routesTo(way.target()).size() == 1;
        boolean isAloneHere = routesFrom(way.source()).size() == 1;
        return isAloneHere == isAloneThere ? 0.5 : isAloneHere ? 0.3 : 0.7;
    }

    private static double bezier(double at, double begin, double first, double second, double end) {
        double rest = 1 - at;
        return rest * rest * rest * begin
                + 3 * rest * rest * at * first
                + 3 * rest * at * at * second
                + at * at * at * end;
    }

    /** Below both systems, and up into the target. */
    private Flow back(Way way, List<RouteHealth> healths) {
        Node from = nodes.get(way.source());
        Node to = nodes.get(way.target());
        boolean isSelf = from.equals(to);
        int x1 = from.x() + from.width() * (isSelf ? 3 : 2) / 4;
        int y1 = from.y() + from.height();
        int x2 = to.x() + to.width() / 4;
        int y2 = to.y() + to.height() + 2;
        int low = Math.max(y1, y2) + BEND / 2;
        height = Math.max(height, low + GAP);
        String path =
                String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %d", x1, y1, x1, low + 8, x2, low + 8, x2, y2 + TIP);
        String tip =
                String.format(Locale.ROOT, "%d,%d %d,%d %d,%d", x2, y2, x2 - 4, y2 + TIP + 1, x2 + 4, y2 + TIP + 1);
        return flow(healths, path, tip, (x1 + x2) / 2, low);
    }

    private static Flow flow(List<RouteHealth> healths, String path, String tip, int labelX, int labelY) {
        Freshness worst = healths.stream()
                .map(RouteHealth::freshness)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElseThrow();
        State state = State.of(worst);
        long such =
                healths.stream().filter(health -> health.freshness() == worst).count();
        boolean isQuiet = worst == Freshness.ON_TIME || worst == Freshness.ON_DEMAND;
        String label = Numbers.of(healths.size(), "route")
                + (isQuiet ? "" : ", " + such + " " + state.label().toLowerCase(Locale.ROOT));
        String title = healths.stream()
                .map(health -> health.route().title() + ": "
                        + State.of(health.freshness()).label())
                .collect(Collectors.joining("\n"));
        String tone = worst == Freshness.ON_DEMAND ? "ok" : state.tone();
        return new Flow(tone, label, title, path, tip, labelX, labelY);
    }

    /** Where a flow leaves or reaches its system, so that those of one system do not lie on each other. */
    private int port(Way way, List<Way> all) {
        return NODE_HEIGHT * (all.indexOf(way) + 1) / (all.size() + 1);
    }

    private List<Way> routesFrom(String system) {
        return forwards()
                .filter(way -> way.source().equals(system))
                .sorted(Comparator.comparingInt(way -> nodes.get(way.target()).y()))
                .toList();
    }

    private List<Way> routesTo(String system) {
        return forwards()
                .filter(way -> way.target().equals(system))
                .sorted(Comparator.comparingInt(way -> nodes.get(way.source()).y()))
                .toList();
    }

    private Stream<Way> forwards() {
        return routes.keySet().stream().filter(way -> columns.get(way.source()) < columns.get(way.target()));
    }

    private String text() {
        return routes.entrySet().stream()
                .map(entry -> entry.getKey().source() + " to " + entry.getKey().target() + ": "
                        + Numbers.of(entry.getValue().size(), "route"))
                .collect(Collectors.joining("; "));
    }
}
