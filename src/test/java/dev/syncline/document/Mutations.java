package dev.syncline.document;

import java.util.Arrays;
import java.util.Random;

/** What can happen to a document on its way: bytes flipped, cut out, cut off, swapped, repeated, put in. */
final class Mutations {
    private static final int LONGEST = 200;
    private static final int MOST_REPEATS = 300;

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] some(byte[] document) {
        byte[] mutated = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = mutated.length < 2 ? document : any(mutated);
        }
        return mutated;
    }

    private byte[] any(byte[] document) {
        return random.nextInt(4) == 0 ? swap(document) : one(document);
    }

    /** One that moves nothing to another place. */
    byte[] one(byte[] document) {
        int at = random.nextInt(document.length);
        int end = Math.min(document.length, at + 1 + random.nextInt(LONGEST));
        return switch (random.nextInt(6)) {
            case 0 -> cutOff(document, at);
            case 1 -> join(document, at, new byte[0], end);
            case 2 -> join(document, at, repeated(Arrays.copyOfRange(document, at, end)), end);
            case 3 -> join(document, at, noise(), at);
            default -> flip(document, at);
        };
    }

    private byte[] flip(byte[] document, int at) {
        byte[] mutated = document.clone();
        mutated[at] = random.nextBoolean() ? (byte) (mutated[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt(256);
        return mutated;
    }

    private static byte[] cutOff(byte[] document, int at) {
        return Arrays.copyOf(document, at);
    }

    private byte[] swap(byte[] document) {
        int[] cuts = random.ints(4, 0, document.length).sorted().toArray();
        byte[] one = Arrays.copyOfRange(document, cuts[0], Math.min(cuts[1], cuts[0] + LONGEST));
        byte[] other = Arrays.copyOfRange(document, cuts[2], Math.min(cuts[3], cuts[2] + LONGEST));
        byte[] mutated = join(document, cuts[2], one, cuts[2] + other.length);
        return join(mutated, cuts[0], other, cuts[0] + one.length);
    }

    private byte[] repeated(byte[] block) {
        int times = 2 + random.nextInt(MOST_REPEATS);
        byte[] repeated = new byte[block.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(block, 0, repeated, i * block.length, block.length);
        }
        return repeated;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    /** The document up to {@code at}, then {@code middle}, then the document from {@code from}. */
    private static byte[] join(byte[] document, int at, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(document, at + middle.length + document.length - from);
        System.arraycopy(middle, 0, joined, at, middle.length);
        System.arraycopy(document, from, joined, at + middle.length, document.length - from);
        return joined;
    }
}
