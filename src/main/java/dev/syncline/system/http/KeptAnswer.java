package dev.syncline.system.http;

import dev.syncline.system.http.Room.Reservation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * The body of an answer that was received completely: in memory if it is short, in an unlinked file if it is long. It can
 * be read repeatedly until it is closed, which releases its room in the {@link AnswerRoom}.
 */
public final class KeptAnswer extends InputStream implements StreamCache {
    private static final int PART = 64 << 10;

    private final AnswerRoom room;
    private final String system;
    private final long run;
    private final long length;
    /** Reserved for the bytes of a short answer, or the file of a long one. */
    private final Reservation place;

    private final FileChannel file;
    private byte[] bytes;
    private InputStream content;
    private Reservation reading;
    private boolean isClosed;

    private KeptAnswer(
            AnswerRoom room, String system, long run, byte[] bytes, FileChannel file, long length, Reservation place) {
        this.room = room;
        this.system = system;
        this.run = run;
        this.bytes = bytes;
        this.file = file;
        this.length = length;
        this.place = place;
    }

    /**
     * Reads an answer to its end. Does not read while it waits for room on the disk, so that the system has to wait
     * too.
     *
     * @param place the memory that was reserved for it
     * @param expected the most bytes that it can have
     */
    static KeptAnswer of(
            LimitedAnswer answer, String system, long run, AnswerRoom room, Reservation place, long expected)
            throws IOException {
        InputStream body = answer.getContent();
        byte[] head = body.readNBytes(AnswerRoom.SHORT);
        int next = head.length < AnswerRoom.SHORT ? -1 : body.read();
        if (next < 0) {
            body.close(); // the end of a compressed body does not release its connection
            return new KeptAnswer(room, system, run, head, null, head.length, place);
        }
        long asked = System.nanoTime();
        Reservation onDisk = room.disk(system, run, expected);
        FileChannel file = null;
        try {
            answer.extend(System.nanoTime() - asked);
            file = open(system);
            write(file, head, head.length, system);
            write(file, new byte[] {(byte) next}, 1, system);
            byte[] part = new byte[PART];
            for (int count = body.read(part); count >= 0; count = body.read(part)) {
                if (file.position() + count > onDisk.held()) {
                    throw AnswerTooLong.disk(system, onDisk.held());
                }
                write(file, part, count, system);
            }
            body.close();
            long length = file.position();
            onDisk.shrink(length);
            place.close();
            return new KeptAnswer(room, system, run, null, file, length, onDisk);
        } catch (IOException | RuntimeException e) {
            onDisk.close();
            if (file != null) {
                file.close();
            }
            throw e;
        }
    }

    /** Opens a file that is deleted when it is closed or the process ends. */
    private static FileChannel open(String system) throws IOException {
        try {
            Path path = Files.createTempFile("syncline-answer", null);
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw AnswerTooLong.notKept(system, e);
        }
    }

    private static void write(FileChannel file, byte[] bytes, int count, String system) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
        try {
            while (left.hasRemaining()) {
                file.write(left);
            }
        } catch (IOException e) {
            throw AnswerTooLong.notKept(system, e);
        }
    }

    /** Closes the body of a message if it is an answer. */
    static void close(Object body) {
        if (body instanceof KeptAnswer kept) {
            kept.close();
        }
    }

    private InputStream content() throws IOException {
        if (isClosed) {
            throw new IOException("The answer of system " + system + " is closed");
        }
        if (content == null) {
            if (file == null) {
                content = new ByteArrayInputStream(bytes);
            } else {
                reading = reading == null ? room.read(system, run, length) : reading;
                file.position(0);
                content = Channels.newInputStream(file);
            }
        }
        return content;
    }

    @Override
    public int read() throws IOException {
        return content().read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        return content().read(buffer, offset, count);
    }

    @Override
    public byte[] readNBytes(int count) throws IOException {
        return content().readNBytes(count);
    }

    @Override
    public int available() throws IOException {
        return content().available();
    }

    @Override
    public void reset() {
        content = null; // the channel stays open: closing its stream would close it
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    /** Returns null, which means no copy: an answer is read in one place. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return null;
    }

    @Override
    public boolean inMemory() {
        return file == null;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return -1;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        bytes = null;
        content = null;
        place.close();
        if (reading != null) {
            reading.close();
        }
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
