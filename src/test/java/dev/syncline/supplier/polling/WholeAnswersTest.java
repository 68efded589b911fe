package dev.syncline.supplier.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.InvalidSource;
import dev.syncline.supplier.Supplier;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What suppliers answer is in memory as a whole, so it is bounded: one answer, and all of them together. */
class WholeAnswersTest {
    private static final int LONG = 300 << 10;

    private final WholeAnswers answers = new WholeAnswers(1 << 20);
    private final Supplier supplier = Supplier.of(Map.of("system", "atlas", "documents", "100", "encoding", "text"));

    @Test
    void anAnswerThatIsTooLongIsRefusedAndSaysWhatToDo() {
        Body body = new Body((1 << 20) + 1);
        InvalidSource failure = assertThrows(InvalidSource.class, () -> answers.read(supplier, "/documents", body));
        assertTrue(
                failure.getMessage().contains("atlas answers /documents with more than 1048576 bytes"),
                failure.getMessage());
        assertTrue(body.isClosed);
    }

    @Test
    void theBodyIsHeldUntilWhatIsMadeOfItIsKept() throws Exception {
        Body body = new Body(LONG);
        try (WholeAnswers.Held one = answers.read(supplier, "/", body);
                WholeAnswers.Held none = answers.read(supplier, "/", null)) {
            assertEquals(LONG, one.bytes().length);
            assertEquals(0, none.bytes().length);
            assertFalse(body.isClosed);
        }
        assertTrue(body.isClosed);
    }

    private static final class Body extends ByteArrayInputStream {
        private boolean isClosed;

        private Body(int count) {
            super(new byte[count]);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
