package dev.syncline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Camel calls the beans of YAML files by reflection. In a native image it finds what is registered, and what is registered
 * stays in it: the beans have the methods that are called, and no others.
 */
class RouteBeansTest {
    private static final Pattern CALL = Pattern.compile("ref: (\\w+)\\s+method: (\\w+)");

    private static Map<String, JavaClass> beans;
    private static String routes;
    private static Map<String, Set<String>> calls;

    @BeforeAll
    static void read() throws IOException {
        beans = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.syncline").stream()
                        .filter(type -> type.isAnnotatedWith(Named.class))
                        .collect(Collectors.toMap(
                                type -> type.getAnnotationOfType(Named.class).value(), Function.identity()));
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            routes = all.toString();
        }
        calls = new TreeMap<>();
        Matcher call = CALL.matcher(routes);
        while (call.find()) {
            calls.computeIfAbsent(call.group(1), any -> new HashSet<>()).add(call.group(2));
        }
        assertFalse(calls.isEmpty());
    }

    @Test
    void whatIsCalledIsRegisteredAndThereOnce() {
        calls.forEach((name, methods) -> {
            JavaClass bean = beans.get(name);
            assertTrue(bean != null && isRegistered(bean), name + " is no registered bean");
            for (String method : methods) {
                assertEquals(
                        1,
                        published(bean).stream()
                                .filter(one -> one.getName().equals(method))
                                .count(),
                        name + "." + method);
            }
        });
    }

    @Test
    void whatIsRegisteredIsCalled() {
        beans.values().stream().filter(RouteBeansTest::isRegistered).forEach(bean -> {
            String name = bean.getAnnotationOfType(Named.class).value();
            assertTrue(routes.matches("(?s).*(ref: |#)" + name + "\\b.*"), name + " is in no file of routes/");
            for (JavaMethod method : published(bean)) {
                boolean isCalled = calls.getOrDefault(name, Set.of()).contains(method.getName())
                        || method.getCallsOfSelf().stream()
                                .anyMatch(call -> !call.getOriginOwner().equals(bean))
                        || bean.getAllRawInterfaces().stream()
                                .anyMatch(type -> type.tryGetMethod(method.getName(), types(method))
                                        .isPresent());
                assertTrue(isCalled, method.getFullName() + " is called by nobody");
            }
        });
    }

    private static boolean isRegistered(JavaClass bean) {
        return bean.isAnnotatedWith(RegisterForReflection.class) && bean.isAnnotatedWith(ApplicationScoped.class);
    }

    private static List<JavaMethod> published(JavaClass bean) {
        return bean.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
    }

    private static String[] types(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    }
}
