package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonAnswer;
import dev.syncline.judge.Judged;
import dev.syncline.page.EchoedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An HTTP target's answer to a batch: one answer a record, whatever is wrong with what it says of the others. */
final class HttpResults {
    private static final int MOST_SHOWN = 3;
    private static final int LONGEST_SHOWN = 100;

    private final HttpTarget target;
    private final long longest;
    private final List<Delivery> sent;
    /** By the place of the record among those sent. */
    private final Answer[] answers;

    private final Answer[] refusals;
    private Answer none;
    private final Set<String> strangers = new LinkedHashSet<>();
    /** Most targets answer in the order of what they were sent: there the next result is for the record at this place. */
    private int next;
    /** Where records stand that are not in that order; null until there is one. */
    private Map<String, Integer> places;

    private EchoedKeys keys;

    /** @param longest characters that a result may have */
    HttpResults(HttpTarget target, List<Delivery> deliveries, long longest) {
        this.target = target;
        this.longest = longest;
        this.sent = deliveries;
        this.answers = new Answer[deliveries.size()];
        this.refusals = new Answer[deliveries.size()];
    }

    /**
     * Reads the target's answer.
     *
     * @throws InvalidAnswer when it is no JSON, or not what the target's parameters say
     */
    void read(Message message) {
        InputStream given = message.getBody(InputStream.class);
        try (InputStream body = JsonAnswer.body(given)) {
            take(body, message.getHeader(Exchange.CONTENT_TYPE, String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next = 0;
        none = Answer.refusedForNow(unmentioned());
    }

    /** Returns what was read about a record that was sent. */
    Answer of(Delivery delivery) {
        int place = place(delivery.record().key());
        Answer answer = refusals[place] != null ? refusals[place] : answers[place];
        return answer != null ? answer : none;
    }

    /** Returns the place of the record that has the key, or that a target means by it; -1 if none was sent. */
    private int place(String key) {
        if (next < sent.size() && sent.get(next).record().key().equals(key)) {
            return next++;
        }
        if (places == null) {
            places = new HashMap<>(sent.size() * 2);
            for (int i = 0; i < sent.size(); i++) {
                places.put(sent.get(i).record().key(), i);
            }
            keys = new EchoedKeys(places.keySet());
        }
        String meant = keys.meant(key);
        Integer place = meant == null ? null : places.get(meant);
        if (place == null) {
            return -1;
        }
        next = place + 1;
        return place;
    }

    private void take(InputStream body, String contentType) throws IOException {
        Set<String> lists = target.results().errors().isEmpty()
                ? Set.of(target.results().list())
                : Set.of(target.results().list(), target.results().errors());
        try {
            JsonAnswer answer = JsonAnswer.read(body, contentType, lists, longest, this::take);
            if (!answer.hasList(target.results().list())) {
                throw new InvalidAnswer(
                        target.system(),
                        answer.without(target.results().list(), "'results' of its http-write"),
                        JsonAnswer.beginning(body));
            }
        } catch (JsonProcessingException e) {
            throw new InvalidAnswer(target.system(), "no JSON", JsonAnswer.beginning(body));
        }
    }

    private boolean take(String list, Element result) {
        String given = target.key(result);
        int place = place(given);
        if (place < 0) {
            if (strangers.size() < MOST_SHOWN) {
                strangers.add(
                        given == null ? "a result without a key" : "'" + Escaped.bounded(given, LONGEST_SHOWN) + "'");
            }
        } else if (list.equals(target.results().list())) {
            Answer answer = answer(result, sent.get(place).record());
            answers[place] = answers[place] == null ? answer : both(answers[place], answer);
        } else {
            refusals[place] = new Answer(Result.REFUSED, null, target.reason(result)).certain(true);
        }
        return true;
    }

    private Answer answer(Element result, Judged record) {
        return result.problem() == null
                        || result.value() instanceof Map<?, ?> map
                                && map.containsKey(target.results().status())
                ? target.answer(result, record)
                : Answer.refusedForNow("System " + target.system() + " answered for it in a way that cannot be read: "
                        + result.problem());
    }

    private Answer both(Answer one, Answer other) {
        return one.equals(other)
                ? one
                : Answer.refusedForNow("System " + target.system() + " answered twice for it, in two ways");
    }

    /** Why a record has no answer, as far as the answer shows it. */
    private String unmentioned() {
        String without = "System " + target.system() + " answered without a result for it";
        return strangers.isEmpty()
                ? without
                : without + ", but with " + String.join(", ", strangers)
                        + ", which is no key that it was sent. Compare the field '"
                        + target.words().key()
                        + "' of its answers with the keys of the route";
    }
}
