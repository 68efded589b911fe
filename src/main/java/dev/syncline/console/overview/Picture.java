package dev.syncline.console.overview;

import java.util.List;

/**
 * What flows where: systems as boxes, what flows from one to another as an arrow.
 *
 * @param text the same for those who do not see it
 */
record Picture(int width, int height, List<Node> nodes, List<Flow> flows, String text) {
    /** @param more what is said below its name */
    record Node(String name, String more, int x, int y, int width, int height) {}

    /**
     * The routes from one system to another.
     *
     * @param tone of the one that stands worst
     * @param label number of these routes, and their state
     * @param title their titles, one a line
     * @param path of the line
     * @param tip the points of the arrow's head
     */
    record Flow(String tone, String label, String title, String path, String tip, int labelX, int labelY) {}
}
