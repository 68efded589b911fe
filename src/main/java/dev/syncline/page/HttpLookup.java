package dev.syncline.page;

import dev.syncline.json.Element;
import dev.syncline.json.JsonAnswer;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.system.PageMemory;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads records of an HTTP system by their keys; the page holds all of them that the system has, see {@link Inquiry}. */
final class HttpLookup implements HttpRead {
    /** Characters that the page may hold, but for one record; what is beyond is another page. */
    private final long room = PageMemory.own().page();

    private final ReadRequest request;
    private final Inquiry inquiry;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> before = new HashSet<>();
    /** Null at a source. */
    private final EchoedKeys alike;

    private HttpRows maker;
    private Set<String> keys;
    /** By the number that they are where keys are numbers: somebody may ask for 1.50. */
    private Map<String, String> numbered;

    private Set<String> found;
    private Set<String> names;
    private String stranger;
    private boolean isFull;
    private long size;
    private long sizeOfAll;

    HttpLookup(ReadRequest request) {
        this.request = request;
        this.inquiry = new Inquiry(request.cursor() == null ? request.keys() : keys(request.cursor()));
        this.alike = request.side() == Side.TARGET ? new EchoedKeys(request.keys()) : null;
    }

    @Override
    public ReadRequest request() {
        return request;
    }

    /** The keys of the next call. */
    List<String> keys() {
        return inquiry.keys();
    }

    @Override
    public String cursor() {
        return inquiry.cursor();
    }

    @Override
    public void begin(HttpRows rowMaker) {
        maker = rowMaker;
        keys = Set.copyOf(inquiry.keys());
        numbered = new HashMap<>();
        keys.forEach(key -> numbered.put(Keys.ofNumber(key), key));
        found = new HashSet<>();
        names = new HashSet<>();
        stranger = null;
        isFull = false;
        size = 0;
    }

    @Override
    public boolean take(Element record) {
        String given = maker.key(record);
        String key = meant(given);
        if (key == null && given != null && maker.isNumbered(record)) {
            return take(record, numbered.get(given), given);
        }
        return take(record, key, key == null ? given : key);
    }

    /**
     * @param key of the call that the record is for; null where it is none
     * @param name the record's own key
     */
    private boolean take(Element record, String key, String name) {
        if (key == null) {
            stranger = name == null ? "a record without a key" : "'" + name + "'";
            return true;
        }
        if (!found.isEmpty() && size + record.length() > room) {
            isFull = true;
            return false;
        }
        found.add(key);
        names.add(name);
        if (!before.contains(name)) { // a page that it gives again is no second record
            size += record.length();
            sizeOfAll += record.length();
            rows.add(maker.row(record, name));
        }
        return true;
    }

    /**
     * The key of the call that a record is for. What the source has under a key that looks alike may be another record; a
     * target keeps what it was sent, and some keep keys in another case.
     */
    private String meant(String given) {
        String key = alike == null ? given : alike.meant(given);
        return key != null && keys.contains(key) ? key : null;
    }

    @Override
    public void end(JsonAnswer answer, String next) {
        before.addAll(names);
        if (inquiry.isForOne() && found.isEmpty() && stranger != null) {
            inquiry.unknown("asked for it alone, it answered " + stranger);
        } else {
            inquiry.answered(found, next, !isFull);
        }
    }

    /** Where the keys of a request go on that are not looked up yet. */
    private static String cursor(List<String> keys) {
        return keys.stream()
                .map(key -> URLEncoder.encode(key, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static List<String> keys(String cursor) {
        return Arrays.stream(cursor.split(" "))
                .map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8))
                .toList();
    }

    /** The system refuses the call. */
    void refused(String why) {
        inquiry.refused(why);
    }

    @Override
    public Page page() {
        boolean isEnough = sizeOfAll > room;
        if (!inquiry.isOver() && !isEnough) {
            return null;
        }
        List<Row> all = new ArrayList<>(rows);
        inquiry.unknown()
                .forEach((key, why) -> all.add(new Row(
                        key,
                        null,
                        Map.of(),
                        false,
                        Mark.unknown("It cannot be told whether the system has it: " + why
                                + ". Each run that looks for it asks again"),
                        null)));
        return new Page(all, inquiry.isOver() ? null : cursor(inquiry.left()), null, null, Set.of(), Unit.TIME);
    }
}
