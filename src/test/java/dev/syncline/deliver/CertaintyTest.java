package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.JsonAnswer;
import dev.syncline.json.JsonAnswer.Element;
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
    private final Batch batch = new Batch(null, new TargetAccepted(), List.of(one, one));

    @Test
    void aWordThatTheTargetIsNotKnownForSaysNothing() throws Exception {
        assertTrue(answered("{'status':'refused','reason':'closed'}").isUnwritten());
        assertFalse(answered("{'status':'accepted'}").isUnwritten());
        assertFalse(answered("{'status':'created'}").isUnwritten());
    }

    @Test
    void whatIsRefusedAtTheFirstCallIsNotThere() {
        batch.answer(List.of(REFUSED, Answer.refusedForNow("no result")));

        assertTrue(batch.answers().get(0).isUnwritten());
        assertFalse(batch.answers().get(1).isUnwritten());
    }

    @Test
    void whatIsRefusedByItselfIsNotThere() {
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);

        assertTrue(batch.answers().stream().allMatch(Answer::isUnwritten));
    }

    @Test
    void whatIsRefusedAfterACallWithoutAnAnswerMayBeThere() {
        batch.losesTrack();
        batch.refuse(REFUSED);
        batch.refuse(REFUSED);
        batch.answer(List.of(REFUSED));

        assertFalse(batch.answers().stream().anyMatch(Answer::isUnwritten));
    }

    @Test
    void whatIsRefusedAfterTheTargetBrokeOrAnsweredWithoutSenseMayBeThere() {
        batch.breaks(Answer.refusedForNow("500"));
        batch.answer(List.of(REFUSED));
        batch.answer(List.of(REFUSED));
        assertFalse(batch.answers().stream().anyMatch(Answer::isUnwritten));

        Batch senseless = new Batch(null, new TargetAccepted(), List.of(one));
        senseless.makesNoSense();
        senseless.answer(List.of(REFUSED));
        assertFalse(senseless.answers().get(0).isUnwritten());
    }

    @Test
    void whatIsHeldAfterACommitThatBrokeOffMayBeThere() {
        SqlProgress progress = new SqlProgress(List.of(one, one, one));
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

        assertFalse(progress.answers.get(0).isUnwritten());
        assertTrue(progress.answers.get(1).isUnwritten());
        assertTrue(progress.answers.get(2).isUnwritten());
    }

    private Answer answered(String result) throws Exception {
        HttpTarget target = HttpTarget.of(
                Map.of("system", "erp", "status", "status", "reason", "reason", "ref", "id", "key", "key"));
        Map<String, Object> said = JsonAnswer.object(result.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return target.answer(new Element(said, null, 0), one);
    }
}
