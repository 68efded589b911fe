package dev.syncline.document.edi;

import dev.syncline.document.ParsedDocument;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Our own documents, and what readings of them say, as text. */
public final class EdiSamples {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:05:06Z"), ZoneOffset.UTC);

    private EdiSamples() {}

    /** A document of our own. */
    public static byte[] own(String name) {
        return Samples.own(name);
    }

    public static String ownText(String name) {
        return new String(own(name), StandardCharsets.UTF_8);
    }

    /** What a record says, without what it does not say: {@code line=1 ordered=5 unit=EA}. */
    public static String told(Record told) {
        List<String> said = new ArrayList<>();
        for (RecordComponent component : told.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(told);
                boolean silent = value == null
                        || value.equals(false)
                        || value instanceof List<?> list && list.isEmpty()
                        || component.getName().equals("lines");
                if (!silent) {
                    said.add(component.getName() + "=" + value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join(" ", said);
    }

    public static String text(ParsedDocument reading) {
        return text(reading.acknowledgement());
    }

    public static String text(ParsedDocument.Acknowledgement acknowledgement) {
        return new String(acknowledgement.content(), StandardCharsets.UTF_8);
    }

    public static List<String> lines(SupplierOrder order) {
        return order.lines().stream().map(EdiSamples::told).toList();
    }
}
