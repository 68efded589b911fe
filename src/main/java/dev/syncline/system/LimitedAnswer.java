package dev.syncline.system;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The body of an answer, cut off where it is longer or takes longer than its system may answer. Of a refusal, which is read
 * into memory to be shown, no more than its beginning is taken.
 */
final class LimitedAnswer extends HttpEntityWrapper {
    private static final long MOST_OF_A_REFUSAL = 64 << 10;

    private final String system;
    private final long most;
    private final boolean isRefusal;
    /** By {@link System#nanoTime}. */
    private long deadline;

    private final Consumer<IOException> brokenOff;
    private final Runnable read;
    private final Runnable hangUp;

    /**
     * @param most bytes
     * @param isRefusal whether it says why a call was refused
     * @param left time in which it has to come whole
     * @param brokenOff told when the body breaks off
     * @param read told when it was read
     * @param hangUp ends the connection, of which nothing more is wanted
     */
    LimitedAnswer(
            HttpEntity entity,
            String system,
            long most,
            boolean isRefusal,
            Duration left,
            Consumer<IOException> brokenOff,
            Runnable read,
            Runnable hangUp) {
        super(entity);
        this.system = system;
        this.most = most;
        this.isRefusal = isRefusal;
        this.deadline = System.nanoTime() + left.toNanos();
        this.brokenOff = brokenOff;
        this.read = read;
        this.hangUp = hangUp;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Limited(super.getContent());
    }

    /** The reader has waited for so long, and not for the system. */
    void extend(long nanos) {
        deadline += nanos;
    }

    private final class Limited extends FilterInputStream {
        private long bytes;
        private boolean isOver;
        private boolean isTooLong;

        private Limited(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            if (isRefusal && length > 0 && bytes >= MOST_OF_A_REFUSAL) {
                return endsHere();
            }
            int wanted = isRefusal ? (int) Math.min(length, MOST_OF_A_REFUSAL - bytes) : length;
            try {
                count = super.read(buffer, offset, wanted);
            } catch (IOException e) {
                brokenOff.accept(e);
                throw e;
            }
            bytes += Math.max(count, 0);
            if (bytes > most) {
                throw tooLong(AnswerTooLong.size(system, most));
            }
            if (System.nanoTime() - deadline > 0) {
                throw tooLong(AnswerTooLong.time(system));
            }
            if (count < 0 && !isOver) {
                isOver = true;
                read.run();
            }
            return count;
        }

        private int endsHere() {
            if (!isTooLong) {
                isTooLong = true;
                hangUp.run();
                read.run();
            }
            return -1;
        }

        private AnswerTooLong tooLong(AnswerTooLong problem) {
            isTooLong = true;
            hangUp.run();
            return problem;
        }

        /** The client would read an answer to its end, so that the connection can be used again; some have none. */
        @Override
        public void close() throws IOException {
            try {
                super.close();
            } catch (IOException e) {
                if (!isTooLong) {
                    throw e;
                }
            }
        }
    }
}
