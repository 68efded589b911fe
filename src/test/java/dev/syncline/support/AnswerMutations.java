package dev.syncline.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.support.Partner.Body;
import dev.syncline.support.Partner.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Changes answers in the ways in which systems get them wrong: fields missing, of other types, twice, in another case; lists
 * in another order; answers cut, in another charset, huge, deep. The same for the same seed and calls. An answer to a look-up
 * of one key alone is never left without it: that would say that the record is gone.
 */
public final class AnswerMutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] OTHERS = {
        "null",
        "true",
        "false",
        "17",
        "-0.0",
        "1e400",
        "\"text\"",
        "\"\"",
        "[]",
        "{}",
        "[1,[2]]",
        "{\"a\":{\"b\":1}}",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"2026-02-31\"",
        "123456789012345678901234567890"
    };

    private final long seed;
    private final Set<String> cut = new HashSet<>();
    private final Deque<String> last = new ArrayDeque<>();
    private Random random;
    private int round;
    private int count;

    public AnswerMutations(long seed) {
        this.seed = seed;
    }

    /** From now on the same calls are answered in other ways. */
    public synchronized void nextRound() {
        round++;
        cut.clear();
    }

    /** How many there were. */
    public synchronized int count() {
        return count;
    }

    /** The last of them. */
    @Override
    public synchronized String toString() {
        return last.toString();
    }

    public synchronized Body of(Call call, String said) {
        // Calls go out side by side: what comes of one depends on itself alone.
        String what = call.kind()
                + call.query().get("cursor")
                + call.body().path("keys")
                + call.body().path("records").findValuesAsText("key");
        random = new Random(seed * 1_000_003 + 31L * round + what.hashCode());
        random.nextInt();
        try {
            ObjectNode answer = (ObjectNode) JSON.readTree(said);
            for (int n = random.nextInt(4); n > 0; n--) {
                inside(call, answer);
            }
            // An answer that makes no sense at all is rare: it ends the run, or has the batch sent again after a while.
            boolean isWhole = random.nextInt(call.kind().equals("batch") ? 25 : 8) > 0;
            return isWhole ? Body.json(answer.toString()) : outside(call, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the body says, read as it is to be read. */
    public static String text(Body body) {
        byte[] bytes = body.bytes();
        boolean isWide = bytes.length > 3 && bytes[1] == 0;
        String text = new String(bytes, isWide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void inside(Call call, ObjectNode answer) throws IOException {
        List<ArrayNode> lists = new ArrayList<>();
        answer.forEach(field -> {
            if (field instanceof ArrayNode list && !list.isEmpty()) {
                lists.add(list);
            }
        });
        if (lists.isEmpty()) {
            return;
        }
        ArrayNode list = lists.get(random.nextInt(lists.size()));
        int place = random.nextInt(list.size());
        boolean mayBeLeftOut =
                !call.kind().equals("lookup") || call.body().path("keys").size() > 1;
        int way = random.nextInt(9);
        told(call, way + " at " + place);
        ObjectNode element = list.get(place) instanceof ObjectNode object ? object : null;
        if (element == null || element.isEmpty()) {
            return;
        }
        switch (way) {
            case 0 -> element.remove(name(element));
            case 1 -> element.set(name(element), other());
            case 2 -> inner(element).set("name", other());
            case 3 -> list.add(element.deepCopy());
            case 4 -> shuffle(list);
            case 5 -> {
                String name = name(element);
                element.set(name.toUpperCase(Locale.ROOT) + " ", element.remove(name));
            }
            case 6 -> {
                if (element.path("key").isTextual()) {
                    element.put("key", " " + element.path("key").asText().toLowerCase(Locale.ROOT));
                }
            }
            case 7 -> inner(element).put(random.nextBoolean() ? "name" : "huge", "h".repeat(70_000));
            default -> inner(element).set("deep", JSON.readTree("[".repeat(550) + "]".repeat(550)));
        }
        if (mayBeLeftOut && random.nextInt(10) == 0 && call.kind().equals("batch")) {
            told(call, "left out");
            list.remove(random.nextInt(list.size()));
        }
    }

    private Body outside(Call call, ObjectNode answer) throws IOException {
        String text = answer.toString();
        int way = random.nextInt(10);
        if (call.kind().equals("batch") && !cut.add(call.body().toString())) {
            return Body.json(text); // the batch is sent again, and this time it is answered
        }
        told(call, "as a whole, " + way);
        return switch (way) {
            case 0 -> Body.json(text.substring(0, random.nextInt(text.length())));
            case 1 -> new Body(200, "application/json; charset=ISO-8859-1", text.getBytes(StandardCharsets.UTF_8));
            case 2 -> new Body(200, "application/json; charset=utf-8", text.getBytes(Charset.forName("UTF-16LE")));
            case 3 ->
                new Body(200, "text/html; charset=unheard-of", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
            case 4 -> Body.json(text + text);
            case 5 -> Body.json("");
            case 6 -> {
                String name = name(answer);
                JsonNode other = other();
                boolean saysGone = call.kind().equals("lookup") && other.isArray() && other.isEmpty();
                answer.set(name, saysGone ? JSON.nullNode() : other);
                yield Body.json(answer.toString());
            }
            case 7 -> {
                answer.remove(name(answer));
                yield Body.json(answer.toString());
            }
            case 8 -> {
                byte[] bytes = text.replace("Name", "Größe").getBytes(StandardCharsets.ISO_8859_1);
                yield new Body(200, null, Arrays.copyOf(bytes, bytes.length));
            }
            default -> {
                answer.put("huge", "h".repeat(1_000_000));
                answer.set("deep", JSON.readTree("[".repeat(900) + "]".repeat(900)));
                yield Body.json(answer.toString());
            }
        };
    }

    private void told(Call call, String what) {
        count++;
        last.addFirst(call.kind() + " " + call.number() + ": " + what);
        if (last.size() > 20) {
            last.removeLast();
        }
    }

    private void shuffle(ArrayNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        Collections.shuffle(elements, random);
        list.removeAll().addAll(elements);
    }

    private static ObjectNode inner(ObjectNode element) {
        return element.get("data") instanceof ObjectNode data ? data : element;
    }

    private String name(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? "nothing" : names.get(random.nextInt(names.size()));
    }

    private JsonNode other() throws IOException {
        return JSON.readTree(OTHERS[random.nextInt(OTHERS.length)]);
    }
}
