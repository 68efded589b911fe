package dev.syncline.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a main class of the tests in a process of its own whose heap is small: what it holds is bounded by that. */
public final class SmallHeap {
    private SmallHeap() {}

    /** What it prints; it must end well. With all compilers: it reads hundreds of megabytes. */
    public static String run(Class<?> main, int megabytes, String... arguments) throws IOException {
        return JavaProgram.run(main, List.of("-XX:TieredStopAtLevel=4", "-Xmx" + megabytes + "m"), arguments);
    }

    /** A text, then another one again and again until there are so many bytes of it, then a third one. */
    public static InputStream body(String before, String again, long bytes, String after) {
        byte[] first = before.getBytes(StandardCharsets.UTF_8);
        byte[] middle = again.getBytes(StandardCharsets.UTF_8);
        byte[] last = after.getBytes(StandardCharsets.UTF_8);
        long times = bytes / middle.length;
        return new InputStream() {
            private byte[] part = first;
            private int at;
            private long left = times + 1;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                while (at == part.length) {
                    if (left == 0) {
                        return -1;
                    }
                    left--;
                    at = 0;
                    part = left == 0 ? last : middle;
                }
                int count = Math.min(length, part.length - at);
                System.arraycopy(part, at, buffer, offset, count);
                at += count;
                return count;
            }
        };
    }
}
