package dev.syncline.document.edi;

import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects segments that run into the next one, as a terminator is damaged: the trailer declares more segments than
 * there are, and an element ends with the tag of the segment behind it.
 */
final class MergedSegments {
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    private final Set<String> names;
    private final String trailer;
    private final int actual;
    private final int declared;

    /** @param names the tags of the segments that carry orders and lines */
    MergedSegments(List<RawSegment> segments, Delimiters delimiters, Set<String> names) {
        this.names = names;
        RawSegment last = segments.get(segments.size() - 1);
        List<String> elements = delimiters.elements(last.text());
        String count = elements.size() > 1 ? elements.get(1).strip() : "";
        trailer = last.tag();
        actual = segments.size();
        declared = COUNT.matcher(count).matches() ? Integer.parseInt(count) : 0;
    }

    void check(Segment segment) throws UnreadableMessage {
        if (declared <= actual) {
            return;
        }
        for (int i = 0; i < segment.elements().size(); i++) {
            for (String component : segment.elements().get(i)) {
                if (endsWithName(component)) {
                    throw new UnreadableMessage(
                            Kind.SEGMENT,
                            segment.raw(),
                            i + 1,
                            "It runs into the next segment, and " + trailer + " declares " + declared
                                    + " segments where there are " + actual + ": a terminator is damaged");
                }
            }
        }
    }

    private boolean endsWithName(String text) {
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
