package dev.syncline.json;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads answers that are lists of records, but not in one JSON value: the record by record, as {@link JsonAnswer} does. */
public enum ListFormat {
    /** A JSON value in each line. */
    NDJSON,
    /** Lines of fields, the first of which names them (RFC 4180). */
    CSV;

    /** What stands in the place of bytes that are no text. */
    static final char REPLACEMENT = '\uFFFD';

    /**
     * Reads an answer to its end, or until the receiver stops.
     *
     * @param contentType the content type of the answer; null if it has none
     * @param charset its charset; empty for that of the content type, or UTF-8
     * @param delimiter between the fields of a line of CSV
     * @param longest the most characters of a record
     * @return an answer that has the list, by the empty name, and no fields
     * @throws JsonParseException if the answer cannot be told apart into records
     */
    public JsonAnswer read(
            InputStream in, String contentType, String charset, char delimiter, long longest, ElementReceiver elements)
            throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, charset(contentType, charset)));
        boolean isWhole = this == NDJSON
                ? new JsonLines(reader, longest).read(elements)
                : new CsvLines(reader, delimiter, longest).read(elements);
        return JsonAnswer.ofList(isWhole);
    }

    private static Charset charset(String contentType, String charset) {
        if (!charset.isEmpty()) {
            return Charset.forName(charset);
        }
        Charset declared = AnswerText.charset(contentType);
        return declared == null ? StandardCharsets.UTF_8 : declared;
    }

    /** Returns what is wrong with the text of a record, if bytes of it were no text; else null. */
    static String problem(CharSequence text) {
        return text.toString().indexOf(REPLACEMENT) < 0
                ? null
                : "It holds bytes that are no text in the charset of the answer, shown as " + REPLACEMENT;
    }
}
