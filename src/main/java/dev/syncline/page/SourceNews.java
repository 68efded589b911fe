package dev.syncline.page;

import java.util.List;

/** Who is told of what a source gives in another way than before, and that is sent on all the same. */
public interface SourceNews {
    /**
     * @param fields names of those that are new, or of another kind than they were
     * @param text what is the matter and what to do
     */
    void changed(String route, List<String> fields, String text);

    /** An HTTP source gives all that it gave: enough records were looked at to say so. */
    void passed(String route, Depth depth);
}
