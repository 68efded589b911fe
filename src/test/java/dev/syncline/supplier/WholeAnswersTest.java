package dev.syncline.supplier;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.InvalidSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What suppliers answer is in memory as a whole, so it is bounded: one answer, and all of them together. */
class WholeAnswersTest {
    private static final int LONG = 300 << 10;

    private final WholeAnswers answers = new WholeAnswers(1 << 20);
    private final Supplier supplier = Supplier.of(Map.of("system", "atlas", "documents", "100", "encoding", "text"));

    @Test
    void anAnswerThatIsTooLongIsRefusedAndSaysWhatToDo() {
        InvalidSource failure =
                assertThrows(InvalidSource.class, () -> answers.read(supplier, "/documents", bytes((1 << 20) + 1)));
        assertTrue(
                failure.getMessage().contains("atlas answers /documents with more than 1048576 bytes"),
                failure.getMessage());
        assertEquals(2, answers.turnsLeft());
    }

    @Test
    void shortOnesNeedNoTurn() throws Exception {
        try (WholeAnswers.Held one = answers.read(supplier, "/", bytes(100));
                WholeAnswers.Held none = answers.read(supplier, "/", null)) {
            assertEquals(100, one.bytes().length);
            assertEquals(0, none.bytes().length);
            assertEquals(2, answers.turnsLeft());
        }
    }

    @Test
    void longOnesWaitForTheirTurn() throws Exception {
        WholeAnswers.Held first = answers.read(supplier, "/", bytes(LONG));
        WholeAnswers.Held second = answers.read(supplier, "/", bytes(1 << 20));
        assertEquals(0, answers.turnsLeft());
        CompletableFuture<WholeAnswers.Held> third = CompletableFuture.supplyAsync(() -> {
            try {
                return answers.read(supplier, "/", bytes(LONG));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(LONG, first.bytes().length);
        first.close();
        first.close();
        await().until(third::isDone);
        second.close();
        third.join().close();
        assertEquals(2, answers.turnsLeft());
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
