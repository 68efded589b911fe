package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.json.JsonReader;
import dev.syncline.document.ubl.UblReader;
import dev.syncline.support.Published;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged documents end in a clear error or a valid reading, within bounded memory. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlJsonMutationTest {
    private static final long SEED = 20260101;
    private static final int MUTANTS_PER_DOCUMENT = 400;

    private static void assertSurvives(DocumentReader reader, List<byte[]> documents) throws UnreadableDocument {
        for (byte[] document : documents) {
            try {
                // The first of its type reads the schema, too
                reader.read(document, DocumentLimits.DEFAULT);
            } catch (UnreadableDocument e) {
                assertTrue(e.getMessage() != null);
            }
        }
        Mutations mutations = new Mutations(SEED);
        int readings = 0;
        int unreadables = 0;
        for (byte[] document : documents) {
            for (int i = 0; i < MUTANTS_PER_DOCUMENT; i++) {
                Readings.Outcome outcome = Readings.read(reader, mutations.some(document));
                readings += outcome.reading() == null ? 0 : 1;
                unreadables += outcome.unreadable() == null ? 0 : 1;
            }
        }
        // The mutants are worth something only where some can be read and some cannot
        assertTrue(readings > MUTANTS_PER_DOCUMENT / 10, "only " + readings + " can be read");
        assertTrue(unreadables > MUTANTS_PER_DOCUMENT / 10, "only " + unreadables + " cannot be read");
    }

    private static List<byte[]> own(String format) {
        return Samples.allOwn(format).stream().map(Samples::bytes).toList();
    }

    @Test
    void json() throws UnreadableDocument {
        assertSurvives(new JsonReader(), own("json"));
    }

    @Test
    void cxml() throws UnreadableDocument {
        assertSurvives(new CxmlReader(Clock.systemUTC()), own("cxml"));
    }

    @Test
    void ubl() throws UnreadableDocument {
        assertSurvives(new UblReader(), own("ubl"));
    }

    @Test
    @Tag(Published.TAG)
    void published() throws UnreadableDocument {
        assertSurvives(new CxmlReader(Clock.systemUTC()), Samples.allPublished("cxml"));
        assertSurvives(new UblReader(), Samples.allPublished("ubl"));
    }

    /** Whatever is damaged, cut off or repeated around a secret: it is not told, and not kept. */
    @Test
    void secretsOfDamagedDocumentsAreNotTold() {
        CxmlReader reader = new CxmlReader(Clock.systemUTC());
        Mutations mutations = new Mutations(SEED);
        for (byte[] document : own("cxml")) {
            String text = new String(document, StandardCharsets.UTF_8);
            if (!text.contains("<SharedSecret>")) {
                continue;
            }
            String secret = text.replaceAll("(?s).*<SharedSecret>(.*)</SharedSecret>.*", "$1");
            for (int i = 0; i < 2 * MUTANTS_PER_DOCUMENT; i++) {
                byte[] mutant = mutations.one(document);
                String kept = new String(reader.redacted(mutant), StandardCharsets.ISO_8859_1);
                assertFalse(kept.contains(secret), kept);
                String told = Readings.read(reader, mutant).told();
                assertFalse(told.contains(secret), told);
            }
        }
    }
}
