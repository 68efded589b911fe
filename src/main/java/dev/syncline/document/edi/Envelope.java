package dev.syncline.document.edi;

import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiMessage.Group;
import dev.syncline.document.edi.EdiMessage.Note;
import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the groups and messages of an interchange by their headers and trailers, and compares the trailers with the
 * content. A complete message is kept, with a warning if a count or reference is wrong; one without its trailer or with
 * a malformed segment is broken. An interchange without its trailer cannot be read, as the rest of it is missing.
 */
public final class Envelope {
    private final Segmenter segmenter;
    private final Delimiters delimiters;
    private final EnvelopeTags tags;
    private final EdiWarnings warnings;

    private final List<Group> groups = new ArrayList<>();
    private final List<EdiMessage> messages = new ArrayList<>();
    private final Set<String> references = new HashSet<>();
    private Group group;
    private int groupFrom;
    private List<RawSegment> open;
    private UnreadableMessage broken;
    private boolean stray;

    public Envelope(Segmenter segmenter, Delimiters delimiters, EnvelopeTags tags, EdiWarnings warnings) {
        this.segmenter = segmenter;
        this.delimiters = delimiters;
        this.tags = tags;
        this.warnings = warnings;
    }

    /**
     * Reads the interchange behind its header.
     *
     * @param header elements of the interchange's header, which is behind the segmenter
     */
    public Interchange read(List<String> header) throws UnreadableDocument {
        RawSegment last = null;
        for (RawSegment segment = segmenter.next(); segment != null; segment = segmenter.next()) {
            last = segment;
            if (segment.tag().equals(tags.interchangeEnd()) && segment.problem() == null) {
                end(segment);
                closeGroup(segment);
                groupTheRest();
                trailer(segment, header.get(tags.interchangeReference()), counted());
                if (segmenter.empty() > 0) {
                    warnings.add("It has " + segmenter.empty() + " empty segments, which say nothing");
                }
                return new Interchange(delimiters, header, groups, messages);
            }
            take(segment);
        }
        throw new UnreadableDocument(
                last == null ? null : last.place(0),
                "It ends without " + tags.interchangeEnd() + ", so something is missing. Ask for it again");
    }

    private void groupTheRest() {
        Group none = new Group(List.of(), null);
        if (groups.isEmpty()) {
            groups.add(none);
        }
        messages.replaceAll(
                m -> m.group() == null ? new EdiMessage(none, m.header(), m.segments(), m.broken(), m.noted()) : m);
    }

    private int counted() {
        return tags.groupsNeeded() || !groups.get(0).header().isEmpty() ? groups.size() : messages.size();
    }

    private void take(RawSegment segment) {
        String tag = segment.tag();
        if (tag.equals(tags.interchangeStart())) {
            stray(segment, "stands inside of an interchange that has not ended");
        } else if (tag.equals(tags.groupStart())) {
            end(segment);
            closeGroup(segment);
            group = new Group(delimiters.elements(segment.text()), null);
            groupFrom = messages.size();
        } else if (tag.equals(tags.groupEnd())) {
            end(segment);
            endGroup(segment);
        } else if (tag.equals(tags.messageStart())) {
            end(segment);
            start(segment);
        } else if (open != null) {
            inMessage(segment);
        } else if (!tags.between().contains(tag)) {
            stray(segment, "stands outside of a " + tags.message());
        }
    }

    private void start(RawSegment segment) {
        open = new ArrayList<>();
        open.add(segment);
        stray = false;
        broken = problem(segment);
        if (broken == null && group == null && tags.groupsNeeded()) {
            broken = new UnreadableMessage(
                    Kind.FRAME,
                    segment,
                    0,
                    tags.messageStart() + " stands outside of a group: " + tags.groupStart() + " is missing");
        }
    }

    private void inMessage(RawSegment segment) {
        open.add(segment);
        if (broken == null) {
            broken = problem(segment);
        }
        if (segment.tag().equals(tags.messageEnd())) {
            close(segment);
        }
    }

    private static UnreadableMessage problem(RawSegment segment) {
        return segment.problem() == null
                ? null
                : new UnreadableMessage(Kind.SEGMENT, segment, 0, "The segment " + segment.problem());
    }

    /** Adds a misplaced segment as a message that cannot be read, as it may have been one. */
    private void stray(RawSegment segment, String problem) {
        if (open == null) {
            open = new ArrayList<>();
            stray = true;
            broken = null;
        }
        open.add(segment);
        if (broken == null) {
            broken = new UnreadableMessage(
                    Kind.FRAME, segment, 0, "The segment " + (segment.problem() == null ? problem : segment.problem()));
        }
    }

    private void close(RawSegment trailer) {
        List<String> header =
                stray ? List.of() : delimiters.elements(open.get(0).text());
        String reference = tags.messageReference() < header.size() ? header.get(tags.messageReference()) : "";
        List<Note> notes = new ArrayList<>();
        if (broken == null) {
            List<String> end = delimiters.elements(trailer.text());
            if (!counts(element(end, 1), open.size())) {
                notes.add(Note.COUNT);
            }
            if (!element(end, 2).equals(reference.strip())) {
                notes.add(Note.REFERENCE);
            }
            trailer(trailer, reference, open.size());
            if (!references.add(groups.size() + "/" + reference)) {
                warnings.add(trailer, 2, "Reference " + reference + " of a " + tags.message() + " is there twice");
            }
        }
        messages.add(new EdiMessage(group, header, open, broken, notes));
        open = null;
    }

    /** Closes the message and group that the segment cannot be in. */
    private void end(RawSegment before) {
        if (open == null) {
            return;
        }
        if (broken == null) {
            broken = new UnreadableMessage(
                    Kind.FRAME,
                    before,
                    0,
                    "The " + tags.message() + " that began at " + open.get(0).place(0) + " has no " + tags.messageEnd()
                            + " before this");
        }
        close(before);
    }

    private void endGroup(RawSegment segment) {
        if (group == null) {
            stray(segment, "ends a group that did not begin");
            end(segment);
            return;
        }
        List<String> trailer = delimiters.elements(segment.text());
        int read = messages.size() - groupFrom;
        if (segment.problem() == null) {
            trailer(segment, group.header(tags.groupReference()), read);
        }
        Group ended = new Group(group.header(), element(trailer, 1));
        groups.add(ended);
        messages.subList(groupFrom, messages.size())
                .replaceAll(m -> new EdiMessage(ended, m.header(), m.segments(), m.broken(), m.noted()));
        group = null;
    }

    private void closeGroup(RawSegment before) {
        if (group != null) {
            UnreadableMessage noTrailer = new UnreadableMessage(
                    Kind.FRAME, before, 0, "The group before has no " + tags.groupEnd() + ", so something is missing");
            messages.subList(groupFrom, messages.size())
                    .replaceAll(m -> new EdiMessage(m.group(), m.header(), m.segments(), noTrailer, m.noted()));
            if (messages.size() == groupFrom) {
                messages.add(new EdiMessage(group, List.of(), List.of(), noTrailer, List.of()));
            }
            groups.add(group);
            group = null;
        }
    }

    private void trailer(RawSegment segment, String reference, int actual) {
        List<String> elements = delimiters.elements(segment.text());
        if (!counts(element(elements, 1), actual)) {
            warnings.add(
                    segment, 1, segment.tag() + " declares " + said(element(elements, 1)) + ", there are " + actual);
        }
        if (!element(elements, 2).equals(reference.strip())) {
            warnings.add(
                    segment,
                    2,
                    segment.tag() + " refers to " + said(element(elements, 2)) + ", its header is " + said(reference));
        }
    }

    private static String element(List<String> elements, int index) {
        return index < elements.size() ? elements.get(index).strip() : "";
    }

    private static String said(String text) {
        return text.isBlank() ? "nothing" : RawSegment.shown(text.strip(), 40);
    }

    /**
     * Returns whether a count is right. Leading zeros of a count have no meaning; those of a reference belong to it.
     */
    private static boolean counts(String declared, int actual) {
        String count = Integer.toString(actual);
        int zeros = declared.length() - count.length();
        return declared.endsWith(count) && declared.chars().limit(zeros).allMatch(c -> c == '0');
    }
}
