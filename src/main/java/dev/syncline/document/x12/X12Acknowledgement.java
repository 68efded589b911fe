package dev.syncline.document.x12;

import dev.syncline.document.ParsedDocument.Acknowledgement;
import dev.syncline.document.edi.EdiDialect.Outcome;
import dev.syncline.document.edi.EdiMessage;
import dev.syncline.document.edi.EdiMessage.Group;
import dev.syncline.document.edi.EdiMessage.Note;
import dev.syncline.document.edi.EdiWriter;
import dev.syncline.document.edi.Interchange;
import dev.syncline.document.edi.UnreadableMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes 997 Functional Acknowledgment, from version 005010 on 999 Implementation Acknowledgment: a transaction for
 * each group. A broken interchange can only be refused by TA1 Interchange Acknowledgment. Control numbers are those of
 * the acknowledged interchange, so that a repeated document has the same answer.
 */
final class X12Acknowledgement {
    private static final String CONTENT_TYPE = "application/edi-x12";
    private static final String FUNCTIONAL_ACKNOWLEDGMENTS = "FA";
    private static final String FIRST_WITH_999 = "005010";
    private static final String FIRST_WITH_REPETITION = "00402";
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final Clock clock;

    X12Acknowledgement(Clock clock) {
        this.clock = clock;
    }

    /** Returns the acknowledgement of an interchange; null if it has acknowledgements alone, or no group. */
    Acknowledgement of(Interchange interchange, List<Outcome> outcomes) {
        List<Group> groups = interchange.groups().stream()
                .filter(g -> !g.header().isEmpty() && !g.header(1).equals(FUNCTIONAL_ACKNOWLEDGMENTS))
                .filter(g -> !g.header(6).isEmpty())
                .toList();
        if (groups.isEmpty()) {
            return null;
        }
        EdiWriter writer = header(interchange.header());
        String version = version(groups.get(0));
        writer.segment(
                "GS",
                FUNCTIONAL_ACKNOWLEDGMENTS,
                groups.get(0).header(3),
                groups.get(0).header(2),
                now(DATE),
                now(TIME),
                groups.get(0).header(6),
                "X",
                version);
        int transactions = 0;
        for (Group group : groups) {
            List<Outcome> its =
                    outcomes.stream().filter(o -> o.message().group() == group).toList();
            acknowledge(writer, group, its, version, ++transactions);
        }
        writer.segment("GE", "" + transactions, groups.get(0).header(6));
        writer.segment("IEA", "1", controlNumber(interchange.header()));
        return new Acknowledgement(CONTENT_TYPE, writer.end());
    }

    /** Returns the refusal of an interchange whose content is unknown, or whose end is missing. */
    Acknowledgement refusal(List<String> isa) {
        EdiWriter writer = header(isa);
        writer.segment("TA1", acknowledged(isa), isa.get(9).strip(), isa.get(10).strip(), "R", "023");
        writer.segment("IEA", "0", controlNumber(isa));
        return new Acknowledgement(CONTENT_TYPE, writer.end());
    }

    private EdiWriter header(List<String> isa) {
        String version = isa.get(12);
        return new EdiWriter("X12", version, '~', '*', ':', '^')
                .segment(
                        "ISA",
                        "00",
                        wide("", 10),
                        "00",
                        wide("", 10),
                        wide(isa.get(7), 2),
                        wide(isa.get(8), 15),
                        wide(isa.get(5), 2),
                        wide(isa.get(6), 15),
                        now(SHORT_DATE),
                        now(TIME),
                        version.compareTo(FIRST_WITH_REPETITION) < 0 ? "U" : "^",
                        version,
                        controlNumber(isa),
                        "0",
                        wide(isa.get(15), 1),
                        ":");
    }

    private static void acknowledge(EdiWriter writer, Group group, List<Outcome> outcomes, String version, int number) {
        boolean implementation = version.compareTo(FIRST_WITH_999) >= 0;
        String reference = String.format(Locale.ROOT, "%04d", number);
        List<String[]> segments = new ArrayList<>();
        segments.add(segment("AK1", group.header(1), group.header(6), implementation ? group.header(8) : null));
        int accepted = 0;
        boolean noted = false;
        for (Outcome outcome : outcomes) {
            if (!outcome.message().header().isEmpty()) {
                transaction(segments, outcome, implementation ? "IK" : "AK");
                accepted += outcome.read() && outcome.broken() == null ? 1 : 0;
            }
            noted |= !outcome.message().noted().isEmpty();
        }
        String all = accepted == 0 ? "R" : accepted < outcomes.size() ? "P" : noted ? "E" : "A";
        String declared = group.declared() == null || !group.declared().matches("\\d{1,6}")
                ? "" + outcomes.size()
                : group.declared();
        segments.add(segment("AK9", all, declared, "" + outcomes.size(), "" + accepted));
        writer.segment("ST", implementation ? "999" : "997", reference);
        segments.forEach(
                s -> writer.segment(s[0], List.of(s).subList(1, s.length).toArray(String[]::new)));
        writer.segment("SE", "" + (segments.size() + 2), reference);
    }

    private static void transaction(List<String[]> segments, Outcome outcome, String prefix) {
        EdiMessage message = outcome.message();
        UnreadableMessage broken = outcome.broken();
        segments.add(segment("AK2", message.header(1), message.header(2)));
        String tag = broken == null || broken.segment() == null
                ? ""
                : EdiWriter.word(broken.segment().tag(), 3);
        if (!tag.isEmpty() && broken.kind() != UnreadableMessage.Kind.FRAME) {
            String position = "" + Math.max(1, message.position(broken.segment()));
            segments.add(segment(
                    prefix + "3",
                    tag,
                    position,
                    null,
                    tag.equals(broken.segment().tag()) ? "8" : "1"));
            if (broken.kind() == UnreadableMessage.Kind.ELEMENT && broken.element() > 0) {
                segments.add(segment(prefix + "4", "" + broken.element(), null, "7"));
            }
        }
        if (!outcome.read()) {
            segments.add(segment(prefix + "5", "R", "1"));
        } else if (broken != null) {
            segments.add(segment(prefix + "5", "R", broken.kind() == UnreadableMessage.Kind.FRAME ? "2" : "5"));
        } else if (message.noted().isEmpty()) {
            segments.add(segment(prefix + "5", "A"));
        } else {
            List<String> five = new ArrayList<>(List.of(prefix + "5", "E"));
            message.noted().forEach(note -> five.add(note == Note.COUNT ? "4" : "3"));
            segments.add(five.toArray(String[]::new));
        }
    }

    /** Returns a segment without empty elements at its end. */
    private static String[] segment(String... parts) {
        int size = parts.length;
        while (parts[size - 1] == null || parts[size - 1].isEmpty()) {
            size--;
        }
        String[] segment = new String[size];
        for (int i = 0; i < size; i++) {
            segment[i] = parts[i] == null ? "" : parts[i];
        }
        return segment;
    }

    private static String version(Group group) {
        String version = group.header(8);
        return version.length() > 6 ? version.substring(0, 6) : version;
    }

    /**
     * Returns a control number of nine characters, whatever the partner's has: a header with another length is invalid.
     */
    private static String controlNumber(List<String> isa) {
        String number = acknowledged(isa);
        return number.substring(number.length() - 9);
    }

    private static String acknowledged(List<String> isa) {
        String number = isa.get(13).strip();
        return "0".repeat(Math.max(0, 9 - number.length())) + number;
    }

    private static String wide(String text, int width) {
        String plain = text.replace('\u00a0', ' ').strip();
        return plain.length() >= width ? plain.substring(0, width) : plain + " ".repeat(width - plain.length());
    }

    private String now(DateTimeFormatter format) {
        return format.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
