package dev.syncline.document.cxml;

import dev.syncline.document.ParsedDocument.Acknowledgement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Writes the answer to a request: a cXML Response with a status alone. A Response is never answered, so that two
 * systems cannot answer each other for ever.
 */
final class CxmlResponse {
    /** Status codes of the cXML User's Guide, "Status". */
    enum Code {
        OK(200, "OK"),
        /** The request parsed, but cannot be accepted. */
        BAD_REQUEST(400, "Bad Request"),
        /** The request did not parse. */
        NOT_ACCEPTABLE(406, "Not Acceptable"),
        NOT_IMPLEMENTED(450, "Not Implemented");

        private final int number;
        private final String text;

        Code(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }

    private static final int MOST_PROBLEM = 1000;

    private CxmlResponse() {}

    /**
     * Returns the answer.
     *
     * @param request payloadID of the request; the answer's own is derived from it, so that a repeated request has the
     *     same answer
     * @param problem for people; null for none
     */
    static Acknowledgement to(String request, Code code, String problem, Instant now) {
        String shown = problem == null ? "" : problem.substring(0, Math.min(problem.length(), MOST_PROBLEM));
        String xml = String.format(
                Locale.ROOT,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd">
                <cXML payloadID="%s" timestamp="%s" xml:lang="en">
                  <Response>
                    <Status code="%s" text="%s">%s</Status>
                  </Response>
                </cXML>
                """,
                escaped("response." + request),
                now.truncatedTo(ChronoUnit.SECONDS),
                code.number,
                code.text,
                escaped(shown));
        return new Acknowledgement("text/xml; charset=UTF-8", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
