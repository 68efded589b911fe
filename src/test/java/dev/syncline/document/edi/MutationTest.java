package dev.syncline.document.edi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.Samples;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.x12.X12Reader;
import dev.syncline.support.Published;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged documents end in a reading or in a refusal that says why, without much memory. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
    private static final int MUTATIONS = 400;
    private static final long SEED = 20261122;
    private static final long MOST_BYTES = 64L << 20;
    private static final byte[] TELLING = "~*>|'+:?\u001c\u001d \r\n0AISEU\0".getBytes();

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void damagedX12IsReadOrRefused() {
        damage(new X12Reader(EdiSamples.CLOCK), own("x12"));
    }

    @Test
    void damagedEdifactIsReadOrRefused() {
        damage(new EdifactReader(EdiSamples.CLOCK), own("edifact"));
    }

    @Test
    @Tag(Published.TAG)
    void damagedPublishedDocumentsAreReadOrRefused() {
        damage(new X12Reader(EdiSamples.CLOCK), Samples.allPublished("x12"));
        damage(new EdifactReader(EdiSamples.CLOCK), Samples.allPublished("edifact"));
    }

    private static List<byte[]> own(String format) {
        return Samples.allOwn(format).stream().map(Samples::bytes).toList();
    }

    private void damage(DocumentReader reader, List<byte[]> documents) {
        Random random = new Random(SEED);
        int read = 0;
        int refused = 0;
        for (byte[] document : documents) {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] damaged = document;
                for (int times = random.nextInt(4); times >= 0; times--) {
                    damaged = mutate(damaged, random);
                }
                if (isRead(reader, damaged)) {
                    read++;
                } else {
                    refused++;
                }
            }
        }
        // Neither refuses everything nor takes everything
        assertTrue(read > documents.size() * MUTATIONS / 20, "only " + read + " were read");
        assertTrue(refused > documents.size() * MUTATIONS / 20, "only " + refused + " were refused");
    }

    private boolean isRead(DocumentReader reader, byte[] document) {
        long id = Thread.currentThread().getId();
        long allocated = thread.getThreadAllocatedBytes(id);
        boolean read;
        try {
            check(reader.read(document, DocumentLimits.DEFAULT));
            read = true;
        } catch (UnreadableDocument e) {
            String message = e.getMessage();
            assertNotNull(message);
            assertFalse(message.startsWith("It cannot be read as"), () -> message + " in " + new String(document));
            read = false;
        }
        long bytes = thread.getThreadAllocatedBytes(id) - allocated;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes for " + new String(document));
        return read;
    }

    private static void check(ParsedDocument reading) {
        assertAll(
                () -> assertNotNull(reading.id()),
                () -> assertNotNull(reading.type()),
                () -> reading.warnings().forEach(w -> assertFalse(w.isBlank())),
                () -> reading.faults().forEach(f -> assertFalse(f.problem().isBlank())),
                () -> reading.orders().forEach(o -> assertNotNull(o.kind())));
    }

    private static byte[] mutate(byte[] document, Random random) {
        if (document.length < 2) {
            return document;
        }
        int from = random.nextInt(document.length);
        int length = 1 + random.nextInt(Math.min(120, document.length - from));
        byte[] changed = document.clone();
        return switch (random.nextInt(7)) {
            case 0 -> flipped(changed, from, (byte) (changed[from] ^ 1 << random.nextInt(8)));
            case 1 -> flipped(changed, from, TELLING[random.nextInt(TELLING.length)]);
            case 2 -> joined(document, 0, from, document, from + length, document.length);
            case 3 -> joined(document, 0, from, document, document.length, document.length);
            case 4 -> joined(document, 0, from + length, document, from, document.length);
            case 5 -> swapped(changed, from, random.nextInt(document.length));
            default -> joined(document, 0, document.length, document, from, document.length);
        };
    }

    private static byte[] flipped(byte[] document, int at, byte to) {
        document[at] = to;
        return document;
    }

    private static byte[] swapped(byte[] document, int a, int b) {
        byte kept = document[a];
        document[a] = document[b];
        document[b] = kept;
        return document;
    }

    private static byte[] joined(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(a, aFrom, Math.min(aTo, a.length) - aFrom);
        joined.write(b, Math.min(bFrom, b.length), bTo - Math.min(bFrom, b.length));
        return joined.toByteArray();
    }
}
