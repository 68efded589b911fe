package dev.syncline.document.edi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a document though its content is whole; said once, and not without end. */
public final class Warnings {
    private static final int MOST = 100;

    private final Set<String> said = new LinkedHashSet<>();
    private int more;

    public void add(String warning) {
        if (said.size() < MOST) {
            said.add(warning);
        } else if (!said.contains(warning)) {
            more++;
        }
    }

    /** Its place is told behind it. */
    public void add(RawSegment segment, int element, String warning) {
        add(warning + " (" + segment.place(element) + ")");
    }

    public List<String> list() {
        List<String> list = new ArrayList<>(said);
        if (more > 0) {
            list.add("and " + more + " more");
        }
        return list;
    }
}
