package dev.syncline.supplier.edi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.syncline.supplier.Reading;
import dev.syncline.supplier.SupplierOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sample documents: public ones beside the repository, where they are, and our own. */
public final class EdiSamples {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:05:06Z"), ZoneOffset.UTC);

    private EdiSamples() {}

    /** The folder of the public samples; system property {@code syncline.samples} names another. */
    public static Path folder() {
        return Path.of(System.getProperty("syncline.samples", "../shared/samples"))
                .toAbsolutePath()
                .normalize();
    }

    /** A public sample; the test is skipped where they are not. */
    public static byte[] of(String name) {
        assumeTrue(
                Files.isDirectory(folder()),
                "No folder " + folder() + ", so no sample to read. Another one is named with -Dsyncline.samples");
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All public samples of a format, good and bad; none where they are not. */
    public static List<Path> all(String format) throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder().resolve(format))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A document of our own. */
    public static byte[] own(String name) {
        try (InputStream file = EdiSamples.class.getResourceAsStream("/supplier/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    public static String text(Reading reading) {
        return text(reading.acknowledgement());
    }

    public static String text(Reading.Acknowledgement acknowledgement) {
        return new String(acknowledgement.content(), StandardCharsets.UTF_8);
    }

    public static List<String> lines(SupplierOrder order) {
        return order.lines().stream().map(EdiSamples::told).toList();
    }
}
