package dev.syncline.document.edifact;

import dev.syncline.document.ParsedDocument.Acknowledgement;
import dev.syncline.document.edi.Delimiters;
import dev.syncline.document.edi.EdiDialect.Opening;
import dev.syncline.document.edi.EdiDialect.Outcome;
import dev.syncline.document.edi.EdiMessage;
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

/**
 * Writes CONTRL, Syntax and service report (ISO 9735). Its reference is that of the answered interchange, so that a
 * repeated document has the same answer.
 */
final class ContrlWriter {
    private static final String CONTENT_TYPE = "application/edifact";
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** Data element 0083. */
    private static final String REJECTED = "4";

    private static final String ACKNOWLEDGED = "7";
    /** Data element 0085. */
    private static final String NOT_SUPPORTED = "15";

    private static final String MISSING = "13";
    private static final String INVALID_VALUE = "12";
    private static final String UNSPECIFIED = "18";
    private static final String REFERENCES_DIFFER = "28";
    private static final String COUNT_DIFFERS = "29";

    private final Clock clock;

    ContrlWriter(Clock clock) {
        this.clock = clock;
    }

    /** Returns the answer to an interchange; null if the interchange has acknowledgements alone. */
    Acknowledgement of(EdifactDialect dialect, Interchange interchange, List<Outcome> outcomes) {
        List<Outcome> due = outcomes.stream()
                .filter(o -> !dialect.acknowledges(dialect.type(interchange, o.message())))
                .toList();
        if (due.isEmpty()) {
            return null;
        }
        Report report = new Report(interchange.delimiters(), interchange.header());
        report.interchange(ACKNOWLEDGED, null);
        EdiMessage.Group group = null;
        for (Outcome outcome : due) {
            if (outcome.message().group() != group) {
                group = outcome.message().group();
                report.group(group);
            }
            report.message(interchange, outcome);
        }
        return report.end();
    }

    /** Returns the refusal of an interchange whose content is unknown, or whose end is missing. */
    Acknowledgement refusal(Opening opening) {
        Report report = new Report(opening.delimiters(), opening.header());
        report.interchange(REJECTED, MISSING);
        return report.end();
    }

    /** Collects one CONTRL. */
    private final class Report {
        private final Delimiters delimiters;
        private final List<String> unb;
        private final boolean four;
        private final EdiWriter writer;
        private final String reference;
        private int segments;

        Report(Delimiters delimiters, List<String> unb) {
            this.delimiters = delimiters;
            this.unb = unb;
            List<String> syntax = delimiters.components(unb.get(1));
            four = syntax.size() > 1 && syntax.get(1).strip().startsWith("4");
            String identifier = EdiWriter.word(syntax.get(0), 4);
            reference = String.join("", delimiters.components(unb.get(UnbHeader.REFERENCE)))
                    .strip();
            writer = new EdiWriter("EDIFACT", four ? "4" : "3", '\'', '+', ':', '*');
            ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            writer.segment(
                    "UNB",
                    EdiWriter.composite(identifier, four ? "4" : "3"),
                    copied(3),
                    copied(2),
                    EdiWriter.composite((four ? DATE : SHORT_DATE).format(now), TIME.format(now)),
                    reference);
            String[] type = four ? new String[] {"CONTRL", "4", "1", "UN"} : new String[] {"CONTRL", "D", "3", "UN"};
            add("UNH", "1", EdiWriter.composite(type));
        }

        /** Returns a composite of UNB as it came. */
        private String copied(int element) {
            return EdiWriter.composite(delimiters.components(unb.get(element)).stream()
                    .map(String::strip)
                    .toArray(String[]::new));
        }

        private void add(String tag, String... elements) {
            writer.segment(tag, elements);
            segments++;
        }

        void interchange(String action, String error) {
            List<String> uci = new ArrayList<>(List.of(reference, copied(2), copied(3), action));
            if (error != null) {
                uci.add(error);
            }
            add("UCI", uci.toArray(String[]::new));
        }

        void group(EdiMessage.Group group) {
            if (!group.header(5).isEmpty()) {
                add("UCF", group.header(5), parts(group.header(2)), parts(group.header(3)), ACKNOWLEDGED);
            }
        }

        private String parts(String element) {
            return EdiWriter.composite(delimiters.components(element).toArray(String[]::new));
        }

        void message(Interchange interchange, Outcome outcome) {
            EdiMessage message = outcome.message();
            if (message.header().isEmpty()) {
                return;
            }
            String[] identifier = EdifactDialect.identifier(interchange, message).stream()
                    .map(String::strip)
                    .toArray(String[]::new);
            List<String> ucm = new ArrayList<>(List.of(message.header(1), EdiWriter.composite(identifier)));
            ucm.add(outcome.read() && outcome.broken() == null ? ACKNOWLEDGED : REJECTED);
            String error = error(outcome);
            if (error != null) {
                ucm.add(error);
            }
            add("UCM", ucm.toArray(String[]::new));
            UnreadableMessage broken = outcome.broken();
            if (broken != null && broken.segment() != null && broken.kind() != UnreadableMessage.Kind.FRAME) {
                String position = "" + Math.max(1, message.position(broken.segment()));
                if (broken.element() > 0) {
                    add("UCS", position);
                    add("UCD", INVALID_VALUE, "" + broken.element());
                } else {
                    add("UCS", position, UNSPECIFIED);
                }
            }
        }

        private String error(Outcome outcome) {
            if (!outcome.read()) {
                return NOT_SUPPORTED;
            }
            if (outcome.broken() != null) {
                return outcome.broken().kind() == UnreadableMessage.Kind.FRAME ? MISSING : null;
            }
            List<Note> noted = outcome.message().noted();
            return noted.isEmpty() ? null : noted.contains(Note.COUNT) ? COUNT_DIFFERS : REFERENCES_DIFFER;
        }

        Acknowledgement end() {
            writer.segment("UNT", "" + (segments + 1), "1");
            writer.segment("UNZ", "1", reference);
            return new Acknowledgement(CONTENT_TYPE, writer.end());
        }
    }
}
