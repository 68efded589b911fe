package dev.syncline.supplier.polling;

import dev.syncline.page.InvalidSource;
import dev.syncline.supplier.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads answers as a whole, as documents are: none is longer than a 32nd of the memory. The body stays open until its
 * content is stored, so that the answer keeps its share of the memory of all answers until then.
 */
@ApplicationScoped
class WholeAnswers {
    private static final int LEAST = 4 << 20;
    private static final int SHARE = 32;

    private final int most;

    WholeAnswers() {
        this((int) Math.min(
                Integer.MAX_VALUE / 4, Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE)));
    }

    WholeAnswers(int most) {
        this.most = most;
    }

    /** An answer that is held until it is closed. */
    record Held(byte[] bytes, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /**
     * Reads an answer to its end.
     *
     * @param body null for none
     * @throws InvalidSource when it is too long
     */
    Held read(Supplier supplier, String path, InputStream body) throws IOException {
        InputStream in = body == null ? InputStream.nullInputStream() : body;
        boolean isRead = false;
        try {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InvalidSource("Supplier " + supplier.system() + " answers " + path + " with more than "
                        + most + " bytes, a " + SHARE + "th of the memory, which is the most that is read at once."
                        + " Have it send fewer documents at a time (documents in its system file), or give the"
                        + " program more memory");
            }
            isRead = true;
            return new Held(bytes, in);
        } finally {
            if (!isRead) {
                in.close();
            }
        }
    }
}
