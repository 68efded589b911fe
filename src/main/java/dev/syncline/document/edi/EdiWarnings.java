package dev.syncline.document.edi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the warnings of a document whose content is complete: each once, and at most 100. */
public final class EdiWarnings {
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

    /** Adds a warning, followed by its place. */
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
