package dev.syncline.supplier;

import dev.syncline.page.InvalidSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Answers that are read as a whole, as documents are: none is longer than a 32nd of the memory, and of the long ones two are
 * held at a time, whoever asks; others wait for their turn.
 */
@ApplicationScoped
class WholeAnswers {
    private static final int SHORT = 256 << 10;
    private static final int LEAST = 4 << 20;
    private static final int SHARE = 32;
    private static final int AT_A_TIME = 2;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final int most;

    WholeAnswers() {
        this((int) Math.min(
                Integer.MAX_VALUE / 4, Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE)));
    }

    WholeAnswers(int most) {
        this.most = most;
    }

    /** An answer that is held until it is closed. */
    final class Held implements AutoCloseable {
        private byte[] bytes;
        private boolean hasTurn;

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            bytes = null;
            if (hasTurn) {
                hasTurn = false;
                turns.release();
            }
        }
    }

    /**
     * Reads an answer to its end.
     *
     * @param body null for none
     * @throws InvalidSource when it is too long
     */
    Held read(Supplier supplier, String path, InputStream body) throws IOException, InterruptedException {
        Held held = new Held();
        boolean isRead = false;
        try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(1 << 10);
            whole.write(in.readNBytes(SHORT));
            int next = in.read();
            if (next >= 0) {
                turns.acquire();
                held.hasTurn = true;
                whole.write(next);
                whole.write(in.readNBytes(most - whole.size()));
                if (in.read() >= 0) {
                    throw new InvalidSource("Supplier " + supplier.system() + " answers " + path + " with more than "
                            + most + " bytes, a " + SHARE + "th of the memory, which is the most that is read at once."
                            + " Have it send fewer documents at a time (documents in its system file), or give the"
                            + " program more memory");
                }
            }
            held.bytes = whole.toByteArray();
            isRead = true;
            return held;
        } finally {
            if (!isRead) {
                held.close();
            }
        }
    }

    int turnsLeft() {
        return turns.availablePermits();
    }
}
