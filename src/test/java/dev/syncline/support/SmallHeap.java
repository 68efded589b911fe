package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs a main class of the tests in a process of its own whose heap is small: what it holds is bounded by that. */
public final class SmallHeap {
    private SmallHeap() {}

    /** What it prints; it must end well. */
    public static String run(Class<?> main, int megabytes, String... arguments) throws IOException {
        String[] command = new String[6 + arguments.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-Xmx" + megabytes + "m";
        command[2] = "-XX:+UseSerialGC";
        command[3] = "-cp";
        command[4] = System.getProperty("java.class.path");
        command[5] = main.getName();
        System.arraycopy(arguments, 0, command, 6, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return printed;
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
