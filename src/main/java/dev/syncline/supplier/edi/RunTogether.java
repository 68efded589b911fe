package dev.syncline.supplier.edi;

import dev.syncline.supplier.edi.Broken.Kind;
import java.util.List;
import java.util.Set;

/**
 * Finds segments that ran into the next one because a terminator was damaged, where the trailer declares more segments
 * than there are: an element then ends with the name of the segment that was behind it.
 */
final class RunTogether {
    private RunTogether() {}

    /** @param names of the segments that orders and lines are told by */
    static void check(List<Segment> segments, Set<String> names) throws Broken {
        Segment trailer = segments.get(segments.size() - 1);
        String declared = trailer.get(1);
        if (declared == null || !declared.matches("\\d{1,7}") || Integer.parseInt(declared) <= segments.size()) {
            return;
        }
        for (Segment segment : segments) {
            for (int i = 0; i < segment.elements().size(); i++) {
                for (String component : segment.elements().get(i)) {
                    if (endsWithName(component, names)) {
                        throw new Broken(
                                Kind.SEGMENT,
                                segment.raw(),
                                i + 1,
                                "It runs into the next segment, and " + trailer.tag() + " declares " + declared
                                        + " segments where there are " + segments.size() + ": a terminator is damaged");
                    }
                }
            }
        }
    }

    private static boolean endsWithName(String text, Set<String> names) {
        for (String name : names) {
            int at = text.length() - name.length();
            if (at > 0
                    && text.endsWith(name)
                    && !Character.isLetter(text.charAt(at - 1))
                    && text.charAt(at - 1) != ' ') {
                return true;
            }
        }
        return false;
    }
}
