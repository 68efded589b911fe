package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.codec.digest.MurmurHash3;

class Murmur3Properties {
    /** The hashes of all that was ever delivered are stored. */
    @Property
    void givesTheHashOfTheImplementationBefore(
            @ForAll @Size(max = 100) byte[] bytes, @ForAll @IntRange(max = 20) int before) {
        int from = Math.min(before, bytes.length);
        long[] hash = MurmurHash3.hash128x64(bytes, from, bytes.length - from, 0);
        assertEquals(new UUID(hash[0], hash[1]), Murmur3.of(bytes, from, bytes.length - from));
    }
}
