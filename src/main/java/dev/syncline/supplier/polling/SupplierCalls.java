package dev.syncline.supplier.polling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.StorableText;
import dev.syncline.page.InvalidSource;
import dev.syncline.page.Window;
import dev.syncline.secret.Secrets;
import dev.syncline.supplier.ShownAnswer;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.polling.SupplierRead.Call;
import dev.syncline.system.http.PathSegment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the calls to a supplier, and finds the documents in its answers, by the parameters of the template
 * supplier-read.
 */
@ApplicationScoped
class SupplierCalls {
    /** A link to the next page, RFC 8288. */
    private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

    /** The most values of a list of documents, as each takes memory, however short it is. */
    private static final int MOST_VALUES = 1_000_000;

    private final ObjectMapper json;

    SupplierCalls(ObjectMapper json) {
        JsonFactory bounded = json.getFactory().copy();
        bounded.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxTokenCount(MOST_VALUES)
                .maxStringLength(Integer.MAX_VALUE)
                .build());
        this.json = json.copyWith(bounded);
    }

    /**
     * The documents of an answer.
     *
     * @param next the cursor of the supplier's next page; null if it gives no list, or has none
     */
    record Documents(List<byte[]> documents, String next) {}

    /** Returns the path of a poll, with its query. */
    String poll(Supplier supplier, Window window, String cursor) {
        StringJoiner query = new StringJoiner("&");
        add(query, supplier.since(), text(window.from()));
        add(query, supplier.until(), text(window.to()));
        add(query, supplier.limit(), Integer.toString(supplier.documents()));
        add(query, supplier.cursor(), cursor);
        return supplier.call() + (supplier.call().indexOf('?') < 0 ? "?" : "&") + query;
    }

    /**
     * Returns the path of an order.
     *
     * @return null if there is none: the supplier's file names none, or no path can have the number
     */
    String order(Supplier supplier, String key) {
        String direct = supplier.system() + "-";
        String number = key.startsWith(direct) ? key.substring(direct.length()) : key;
        return supplier.orderCall().isEmpty()
                ? null
                : PathSegment.of(number)
                        .map(segment -> supplier.orderCall().replace("{number}", segment))
                        .orElse(null);
    }

    /**
     * Returns the documents of an answer.
     *
     * @param link the answer's Link header; null if it has none
     * @throws InvalidSource if the answer is not as the supplier's file says
     */
    Documents documents(Supplier supplier, byte[] body, String link) {
        if (body == null || body.length == 0) {
            return new Documents(List.of(), null);
        }
        if (!supplier.givesLists()) {
            if (isPage(body)) {
                throw nonsense(supplier, "a web page", body);
            }
            return new Documents(List.of(body), cursor(supplier, link));
        }
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (StreamConstraintsException e) {
            throw nonsense(supplier, "JSON of more than " + MOST_VALUES + " values, or nested too deeply", body);
        } catch (IOException e) {
            throw nonsense(supplier, "no JSON", body);
        }
        JsonNode list = within(answer, supplier.list());
        if (!list.isArray()) {
            throw nonsense(supplier, "no list '" + supplier.list() + "'", body);
        }
        List<byte[]> documents = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            documents.add(content(supplier, element, body));
        }
        JsonNode next = within(answer, supplier.next());
        if (next.isContainerNode() || next.isBoolean() && next.booleanValue()) {
            throw nonsense(supplier, "as '" + supplier.next() + "' what is no cursor of a next page", body);
        }
        return new Documents(documents, next.isBoolean() ? null : DocumentValues.text(next.asText(null)));
    }

    /** Returns a field of an object, for {@code a.b} the field b of a; a missing node if it has none. */
    private static JsonNode within(JsonNode object, String name) {
        JsonNode field = object.path(name);
        for (int dot = name.indexOf('.'); field.isMissingNode() && dot > 0; dot = name.indexOf('.', dot + 1)) {
            field = within(object.path(name.substring(0, dot)), name.substring(dot + 1));
        }
        return field;
    }

    /** Returns whether the body is a web page: a proxy or a log-in page answers instead of the supplier. */
    private static boolean isPage(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, 100), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return begin.startsWith("<!doctype html") || begin.startsWith("<html");
    }

    private static byte[] content(Supplier supplier, JsonNode element, byte[] body) {
        JsonNode content = supplier.content().isEmpty() ? element : within(element, supplier.content());
        if (!content.isTextual()) {
            if (supplier.content().isEmpty() || content.isObject()) {
                return content.toString().getBytes(StandardCharsets.UTF_8);
            }
            throw nonsense(supplier, "an element without '" + supplier.content() + "'", body);
        }
        try {
            return supplier.isBase64()
                    ? Base64.getMimeDecoder().decode(content.textValue())
                    : content.textValue().getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw nonsense(supplier, "what is no base64", body);
        }
    }

    /**
     * Returns the cursor of the link to the next page.
     *
     * @throws InvalidSource if there is a next page without a cursor
     */
    private static String cursor(Supplier supplier, String link) {
        Matcher next = LINK.matcher(link == null ? "" : link);
        if (!next.find()) {
            return null;
        }
        Matcher cursor = Pattern.compile("[?&]" + Pattern.quote(supplier.cursor()) + "=([^&#]*)")
                .matcher(next.group(1));
        if (supplier.cursor().isEmpty() || !cursor.find()) {
            throw new InvalidSource("Supplier " + supplier.system() + " links to a next page by " + next.group(1)
                    + ", where there is no parameter '" + supplier.cursor() + "'. Correct cursor in its system file");
        }
        return DocumentValues.text(java.net.URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8));
    }

    private static InvalidSource nonsense(Supplier supplier, String problem, byte[] body) {
        byte[] masked = Secrets.masked(body);
        String text =
                StorableText.withoutNul(new String(masked, 0, Math.min(masked.length, 300), StandardCharsets.UTF_8));
        return new InvalidSource("Supplier " + supplier.system() + " answered nonsense: " + problem
                + ". Look at list, content and encoding in its system file. It sent: " + text);
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null && !name.isEmpty()) {
            query.add(name + "=" + encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Returns how far the supplier's clock, which dates its documents, is behind ours; zero if it is not, or unknown.
     *
     * @param date the answer's Date header, RFC 9110
     */
    static Duration behind(String date, Instant now) {
        try {
            Instant theirs =
                    date == null ? now : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
            return theirs.isBefore(now) ? Duration.between(theirs, now) : Duration.ZERO;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** Returns the message that a supplier refused a call, with its own words. */
    static String refusal(Supplier supplier, Call call, int status, String said) {
        return "Supplier " + supplier.system() + " refuses " + call.path() + " (" + status + "): "
                + ShownAnswer.of(said);
    }
}
