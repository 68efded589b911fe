package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.json.JsonAnswer;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.record.RecordStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When it is certain that a target has nothing of what it refused: a call that it took may have been before. */
class CertaintyTest {
    private static final Answer REFUSED = new Answer(Result.REFUSED, null, "closed").certain(true);
    private static final Answer HELD = new Answer(Result.HELD, null, "edited there");
    private static final Answer CREATED = new Answer(Result.CREATED, "1", null);

    private final Judged one = SqlTarget.record(Verdict.UPSERT, "1", "{}", null, null, RecordStatus.SUCCESS);
    private final Batch batch = new Batch(null, new TargetAccepted(), List.of(new Delivery(one), new Delivery(one)));

    @Test
    void aWordThatTheTargetIsNotKnownForSaysNothing() throws Exception {
        assertTrue(answered("{'status':'refused','reason':'closed'}").isUnwritten());
        assertFalse(answered("{'status':'accepted'}").isUnwritten());
        assertFalse(answered("{'status':'created'}").isUnwritten());
    }

    @Test
    void whatIsRefusedAtTheFirstCallIsNotThere() {
        List<Delivery> two = batch.part();
        batch.answer(delivery -> delivery == two.get(0) ? REFUSED : Answer.refusedForNow("no result"));

        assertTrue(answers(batch).get(0).isUnwritten());
        assertFalse(answers(batch).get(1).isUnwritten());
    }

    @Test
    void whatIsRefusedByItselfIsNotThere() {
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);

        assertTrue(answers(batch).stream().allMatch(Answer::isUnwritten));
    }

    @Test
    void whatIsRefusedAfterACallWithoutAnAnswerMayBeThere() {
        batch.losesTrack();
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);
        batch.answer(any -> REFUSED);

        assertFalse(answers(batch).stream().anyMatch(Answer::isUnwritten));
    }

    @Test
    void whatIsRefusedAfterTheTargetBrokeOrAnsweredWithoutSenseMayBeThere() {
        batch.breaks(Answer.refusedForNow("500"));
        batch.answer(any -> REFUSED);
        batch.answer(any -> REFUSED);
        assertFalse(answers(batch).stream().anyMatch(Answer::isUnwritten));

        Batch senseless = new Batch(null, new TargetAccepted(), List.of(new Delivery(one)));
        senseless.makesNoSense();
        senseless.answer(any -> REFUSED);
        assertFalse(answers(senseless).get(0).isUnwritten());
    }

    @Test
    void whatIsHeldAfterACommitThatBrokeOffMayBeThere() {
        List<Delivery> deliveries = List.of(new Delivery(one), new Delivery(one), new Delivery(one));
        SqlProgress progress = new SqlProgress(deliveries);
        progress.committing(CREATED);
        progress.brokeOff();
        progress.committing(HELD);
        progress.rolledBack();
        progress.committing(HELD);
        progress.answered(HELD);
        progress.brokeOff(); // before anything was to be committed
        progress.committing(HELD);
        progress.answered(HELD);
        progress.answered(new Answer(Result.REFUSED, null, "too long"));

        assertFalse(deliveries.get(0).answer().isUnwritten());
        assertTrue(deliveries.get(1).answer().isUnwritten());
        assertTrue(deliveries.get(2).answer().isUnwritten());
    }

    private static List<Answer> answers(Batch of) {
        return of.deliveries().stream().map(Delivery::answer).toList();
    }

    private Answer answered(String result) throws Exception {
        HttpTarget target = HttpTarget.of(
                Map.of("system", "erp", "status", "status", "reason", "reason", "ref", "id", "key", "key"));
        Map<String, Object> said = JsonAnswer.object(result.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return target.answer(new Element(said, null, 0), one);
    }
}
