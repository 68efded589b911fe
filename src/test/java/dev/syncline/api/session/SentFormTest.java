package dev.syncline.api.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.api.session.SentForm.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class SentFormTest {
    @Property(tries = 300)
    void everyValueIsKeptAsItWasSent(@ForAll @Size(max = 20) List<String> values) {
        List<String> sendable = values.stream()
                .map(value -> new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
        String body = IntStream.range(0, sendable.size())
                .mapToObj(i -> "f" + i + "=" + encoded(sendable.get(i)))
                .collect(Collectors.joining("&"));
        assertEquals(
                sendable,
                SentForm.read("/x", body).fields().stream().map(Field::value).toList());
    }

    @Property(tries = 100)
    void everyValueOfAFieldIsKeptInItsOrder(@ForAll @NotEmpty @Size(max = 10) List<String> values) {
        List<String> sendable = values.stream()
                .map(value -> new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
        String body = sendable.stream().map(value -> "key=" + encoded(value)).collect(Collectors.joining("&"));
        assertEquals(
                sendable.stream().map(value -> new Field("key", value)).toList(),
                SentForm.read("/x", body).fields());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
