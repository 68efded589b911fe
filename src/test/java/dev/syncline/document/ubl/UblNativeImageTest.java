package dev.syncline.document.ubl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.helger.xsds.ccts.cct.schemamodule.AmountType;
import dev.syncline.support.JavaProgram;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.despatchadvice_21.DespatchAdviceType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import oasis.names.specification.ubl.schema.xsd.ordercancellation_21.OrderCancellationType;
import oasis.names.specification.ubl.schema.xsd.orderchange_21.OrderChangeType;
import oasis.names.specification.ubl.schema.xsd.orderresponse_21.OrderResponseType;
import oasis.names.specification.ubl.schema.xsd.orderresponsesimple_21.OrderResponseSimpleType;
import org.junit.jupiter.api.Test;

/** What a native image must be told of ph-ubl, held against its jars: an update that needs more fails here. */
class UblNativeImageTest {
    private static final Pattern LOCATION = Pattern.compile(
            "<\\w*:?(?:import|include|redefine)\\b[^>]*?\\bschemaLocation\\s*=\\s*[\"']([^\"']+)[\"']", Pattern.DOTALL);
    private static final Set<String> REGISTERED = Set.of(
            UblNativeImage.class.getAnnotation(RegisterForReflection.class).classNames());
    private static final Path CONFIG =
            Path.of("src/main/resources/META-INF/native-image/dev.syncline/syncline/reflect-config.json");
    private static final List<Class<?>> DOCUMENTS = List.of(
            OrderType.class,
            OrderResponseType.class,
            OrderResponseSimpleType.class,
            OrderChangeType.class,
            OrderCancellationType.class,
            DespatchAdviceType.class);
    /** Of these libraries, without their constants, which the program names itself. */
    private static final Pattern LOADED =
            Pattern.compile("\\b((?:oasis|com\\.helger\\.xsds)\\.\\S+\\.(?!C[A-Z])[\\w-]+) source: ");

    private static final int SERVICES = "META-INF/services/".length();
    private static final Properties SETTINGS = settings();

    private static Properties settings() {
        Properties settings = new Properties();
        try (InputStream in = UblNativeImageTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static boolean isIncluded(String resource) {
        return Stream.of(SETTINGS.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .anyMatch(glob -> Pattern.matches(
                        glob.replace(".", "\\.")
                                .replace("**", "\u0000")
                                .replace("*", "[^/]*")
                                .replace("\u0000", ".*"),
                        resource));
    }

    /** Each schema of each document, and those that it imports, and so on. */
    @Test
    void everySchemaIsInTheImage() throws IOException {
        Set<String> schemas = new LinkedHashSet<>();
        for (UblType type : UblType.values()) {
            type.marshaller().getOriginalXSDs().forEach(schema -> schemas.add(plain(schema.getPath())));
        }
        Deque<String> toRead = new ArrayDeque<>(schemas);
        while (!toRead.isEmpty()) {
            String schema = toRead.pop();
            for (String imported : imports(schema)) {
                if (schemas.add(imported)) {
                    toRead.add(imported);
                }
            }
        }

        assertTrue(schemas.size() >= 18, schemas::toString);
        assertEquals(
                List.of(),
                schemas.stream().filter(schema -> !isIncluded(schema)).toList());
    }

    private static List<String> imports(String schema) throws IOException {
        try (InputStream in = UblNativeImageTest.class.getResourceAsStream("/" + schema)) {
            assertNotNull(in, schema);
            Matcher location = LOCATION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return location.results()
                    .map(result -> result.group(1))
                    .filter(imported -> !imported.contains("://"))
                    .map(imported ->
                            URI.create(schema).resolve(imported).normalize().toString())
                    // Schemas of other organizations are elsewhere on the classpath, and found by their namespaces
                    .filter(imported -> UblNativeImageTest.class.getResource("/" + imported) != null)
                    .toList();
        }
    }

    private static String plain(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The libraries look services up by name. */
    @Test
    void everyServiceIsInTheImage() throws IOException {
        Set<String> providers = new TreeSet<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (String service : file.stream()
                        .map(entry -> entry.getName())
                        // A jar still names services that its libraries do not have any more
                        .filter(name -> name.matches("META-INF/services/.+") && isThere(name.substring(SERVICES)))
                        .toList()) {
                    assertTrue(isIncluded(service), service);
                    String lines = new String(
                            file.getInputStream(file.getEntry(service)).readAllBytes(), StandardCharsets.UTF_8);
                    providers.addAll(lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList());
                }
            }
        }

        assertTrue(providers.size() > 10, providers::toString);
        providers.removeAll(REGISTERED);
        assertEquals(Set.of(), providers);
    }

    private static boolean isThere(String type) {
        return UblNativeImageTest.class.getResource("/" + type.replace('.', '/') + ".class") != null;
    }

    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.endsWith(".jar") && entry.replace('\\', '/').contains("com/helger"))
                .map(Path::of)
                .toList();
    }

    /**
     * JAXB makes objects of these classes, and asks their packages for namespaces and factories: those of the documents that
     * are read, and of no other, as what is registered stays in the image with all of its methods.
     */
    @Test
    void theClassesOfTheDocumentsThatAreReadAreRegisteredAndNoOthers() throws IOException {
        Set<String> adapters = new TreeSet<>();
        Set<Class<?>> bound = bound(adapters);
        String expected = reflectConfig(bound);

        Path made = Files.writeString(Path.of("target", "reflect-config.json"), expected);
        assertTrue(bound.size() > 1_000, () -> "only " + bound.size());
        assertTrue(
                expected.equals(Files.readString(CONFIG)),
                () -> "The library needs others now: copy " + made + " to " + CONFIG);
        assertTrue(adapters.size() > 3, adapters::toString);
        adapters.removeAll(REGISTERED);
        assertEquals(Set.of(), adapters);
    }

    /** So Quarkus would do nothing for JAXB at all: it asks the index whether there is a class of it. */
    @Test
    void quarkusFindsThatThereIsJaxb() {
        assertTrue(AmountType.class.isAnnotationPresent(XmlType.class));
        assertEquals(
                artifact(AmountType.class),
                SETTINGS.getProperty("%prod.quarkus.index-dependency.ph-xsds-ccts.artifact-id"));
        assertNotEquals(artifact(AmountType.class), artifact(OrderType.class));
        assertFalse(SETTINGS.containsValue(artifact(OrderType.class)), "an index of it registers all of its documents");
    }

    /** What the documents hold, by the annotations that JAXB follows, held against what it really loads. */
    @Test
    void whatJaxbLoadsIsRegistered() throws Exception {
        Set<String> loaded = new TreeSet<>();
        Matcher type = LOADED.matcher(JavaProgram.run(Reading.class, List.of("-Xlog:class+load=info:stdout")));
        while (type.find()) {
            loaded.add(type.group(1));
        }
        assertTrue(loaded.size() > 1_000, () -> "only " + loaded.size());
        String registered = Files.readString(CONFIG);
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(name -> !registered.contains('"' + name + '"'))
                        .toList());
    }

    /** Reads a document of each type, nearly empty. */
    static final class Reading {
        public static void main(String[] none) throws Exception {
            for (UblType type : UblType.values()) {
                String extensions = "<UBLExtensions xmlns='" + UblType.NAMESPACES + "CommonExtensionComponents-2'>"
                        + "<UBLExtension><ExtensionContent><x xmlns='y'/></ExtensionContent></UBLExtension></UBLExtensions>";
                UblSchema.read(
                        type,
                        "<" + type.root() + " xmlns='" + UblType.NAMESPACES + type.root() + "-2'>" + extensions + "</"
                                + type.root() + ">",
                        new ArrayList<>());
            }
        }
    }

    /** @param adapters is told the names of those that make values of Java */
    private static Set<Class<?>> bound(Set<String> adapters) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Class<?>> toSee = new ArrayDeque<>(DOCUMENTS);
        while (!toSee.isEmpty()) {
            Class<?> type = toSee.pop();
            if (!isBound(type) || !seen.add(type)) {
                continue;
            }
            if (type.getSuperclass() != null) {
                toSee.add(type.getSuperclass());
            }
            XmlSeeAlso others = type.getAnnotation(XmlSeeAlso.class);
            toSee.addAll(others == null ? List.of() : List.of(others.value()));
            for (Field field : type.getDeclaredFields()) {
                XmlJavaTypeAdapter adapter = field.getAnnotation(XmlJavaTypeAdapter.class);
                if (adapter == null) {
                    classes(field.getGenericType()).forEach(toSee::add);
                } else {
                    adapters.add(adapter.value().getName());
                }
            }
        }
        return seen;
    }

    private static String reflectConfig(Set<Class<?>> bound) {
        Set<String> names = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (Class<?> type : bound) {
            names.add(type.getName());
            packages.add(type.getPackageName() + ".package-info");
            // A context is asked for by the package of its document, and an element of any kind by its factory
            boolean hasFactory = DOCUMENTS.contains(type)
                    || Stream.of(type.getDeclaredFields())
                            .anyMatch(field -> field.isAnnotationPresent(XmlAnyElement.class));
            if (hasFactory) {
                names.add(type.getPackageName() + ".ObjectFactory");
            }
        }
        return Stream.concat(
                        packages.stream().map(name -> "  {\"name\": \"" + name + "\"}"),
                        names.stream()
                                .map(name -> "  {\"name\": \"" + name + "\", \"allDeclaredConstructors\": true,"
                                        + " \"allDeclaredFields\": true, \"allDeclaredMethods\": true}"))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static boolean isBound(Class<?> type) {
        return type.getName().startsWith("oasis.") || type.getName().startsWith("com.helger.xsds.");
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    classes(generic.getRawType()),
                    Stream.of(generic.getActualTypeArguments()).flatMap(UblNativeImageTest::classes));
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }

    /** Name of the jar that a class is from, without its version. */
    private static String artifact(Class<?> type) {
        URL jar = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(jar.getPath()).getFileName().toString().replaceFirst("-\\d.*", "");
    }

    @Test
    void everyRegisteredClassIsThere() throws ClassNotFoundException {
        for (String name : REGISTERED) {
            assertNotNull(Class.forName(name, false, UblNativeImageTest.class.getClassLoader()));
        }
    }
}
