package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a native image must be told of the database drivers, held against their jars: an update that needs more fails here. */
class DriversNativeImageTest {
    private static final String SERVICES = "META-INF/services/";
    private static final Path OWN = Path.of("src/main/resources", SERVICES);
    private static final Set<String> REGISTERED = Set.of(
            DriversNativeImage.class.getAnnotation(RegisterForReflection.class).classNames());
    /** Their libraries are not in the image. */
    private static final Set<String> LEFT_OUT = Set.of(
            "org.mariadb.jdbc.plugin.authentication.addon.SendGssApiAuthPacketFactory",
            "org.mariadb.jdbc.plugin.credential.aws.AwsIamCredentialPlugin");

    @Test
    void everyServiceOfMariaDbIsRegisteredButThoseThatCannotBeLinked() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> replaced = new TreeSet<>();
        try (JarFile jar = new JarFile(jar(org.mariadb.jdbc.Driver.class))) {
            for (String file : services(jar)) {
                List<String> providers = providers(new String(
                        jar.getInputStream(jar.getEntry(SERVICES + file)).readAllBytes(), StandardCharsets.UTF_8));
                if (providers.stream().anyMatch(LEFT_OUT::contains)) {
                    replaced.add(SERVICES + file);
                    assertEquals(
                            providers.stream()
                                    .filter(p -> !LEFT_OUT.contains(p))
                                    .toList(),
                            providers(Files.readString(OWN.resolve(file))),
                            file);
                }
                named.addAll(providers);
            }
        }
        assertTrue(named.size() >= 47, named.toString());
        named.removeAll(LEFT_OUT);
        named.removeAll(REGISTERED);
        assertEquals(Set.of(), named);
        String removed = settings()
                .getProperty("quarkus.class-loading.removed-resources.\"org.mariadb.jdbc:mariadb-java-client\"");
        assertEquals(replaced, new TreeSet<>(List.of(removed.split(","))));
        assertTrue(List.of(settings()
                        .getProperty("quarkus.native.resources.includes")
                        .split(","))
                .contains(SERVICES + "org.mariadb.jdbc.plugin.*"));
    }

    /** Nothing else is made by name in a way that nobody registers. */
    @ParameterizedTest
    @ValueSource(classes = {SQLServerDriver.class, org.postgresql.Driver.class})
    void theOtherDriversHaveNoServices(Class<?> driver) throws IOException {
        try (JarFile jar = new JarFile(jar(driver))) {
            assertEquals(List.of(), services(jar));
        }
    }

    @Test
    void everyRegisteredClassIsThere() throws ClassNotFoundException {
        for (String name : REGISTERED) {
            assertNotNull(Class.forName(name, false, DriversNativeImageTest.class.getClassLoader()));
        }
    }

    private static List<String> services(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/") && !name.endsWith("java.sql.Driver"))
                .map(name -> name.substring(SERVICES.length()))
                .toList();
    }

    private static List<String> providers(String file) {
        return file.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** From the class path: a class of its own may have another class loader. */
    private static File jar(Class<?> driver) {
        String classes = driver.getName().replace('.', '/') + ".class";
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(File::new)
                .filter(file -> {
                    try (JarFile jar = new JarFile(file)) {
                        return jar.getEntry(classes) != null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(in);
        }
        return settings;
    }
}
