package dev.syncline.system.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The body of an answer, cut off if it is longer or takes longer than allowed. Of a refusal, which is shown to people,
 * only the beginning is read.
 */
final class LimitedAnswer extends HttpEntityWrapper {
    private static final long MOST_OF_A_REFUSAL = 64 << 10;

    private final String system;
    private final long most;
    private final boolean isRefusal;
    /** In terms of {@link System#nanoTime}. */
    private long deadline;

    private final Consumer<IOException> brokenOff;
    private final Runnable read;
    private final Runnable hangUp;

    /**
     * @param most bytes
     * @param isRefusal whether it is the reason why a call was refused
     * @param left time in which it must be read completely
     * @param brokenOff called when the body ends early
     * @param read called when it was read completely
     * @param hangUp closes the connection
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

    /** Extends the deadline by time in which the reader waited for something other than the system. */
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

        /**
         * Does not fail after a cut-off: the client reads an answer to its end on close, which is not possible then.
         */
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
