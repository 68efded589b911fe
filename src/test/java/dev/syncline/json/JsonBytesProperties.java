package dev.syncline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonBytesProperties {
    /** Hashes of what was delivered are stored: other bytes for the same text would send every record again. */
    @Property
    void aTextIsWrittenAsJacksonWritesIt(@ForAll("texts") List<String> texts) throws IOException {
        JsonBytes written = new JsonBytes();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().setRootValueSeparator(null).createGenerator(expected)) {
            for (String text : texts) {
                written.text(text);
                json.writeString(text);
                written.write(',');
                json.writeRaw(',');
                written.others().writeString(text);
                written.others().flush();
                json.writeString(text);
            }
        }
        assertEquals(
                expected.toString(StandardCharsets.UTF_8), new String(written.toByteArray(), StandardCharsets.UTF_8));
    }

    @Property
    void aNumberIsWrittenAsItIs(@ForAll long number) {
        JsonBytes written = new JsonBytes();
        written.write('[');
        written.ascii(Long.toString(number));
        assertEquals("[" + number, new String(written.toByteArray(), StandardCharsets.US_ASCII));
        written.clear();
        assertEquals(0, written.toByteArray().length);
    }

    /** Of ASCII, with control characters; of all that a text can hold, also half a character; and longer than any room. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> ascii = Arbitraries.strings().withCharRange((char) 0, (char) 127);
        Arbitrary<String> latin = Arbitraries.strings().withCharRange(' ', 'ÿ');
        Arbitrary<String> any = Arbitraries.strings().withCharRange((char) 0, '￿');
        Arbitrary<String> halves = Arbitraries.strings().withChars('a', '\ud83d', '\ude00');
        Arbitrary<String> one = Arbitraries.oneOf(ascii, latin, any, halves);
        return Arbitraries.oneOf(one, one, one.map(text -> text.repeat(900)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
