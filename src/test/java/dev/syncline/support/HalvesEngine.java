package dev.syncline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.OutputDirectoryProvider;

/**
 * Runs all tests that {@link FirstHalf} or {@link SecondHalf} stands for, as Jupiter does, when that class is asked for. See
 * docs/adr/082.
 */
public final class HalvesEngine implements TestEngine {
    /** Balanced by the time that they take. */
    private static final Pattern FIRST =
            Pattern.compile("dev\\.syncline\\.(page|purchasing|reconcile|sandbox|supplier)\\..*");

    private final TestEngine jupiter = new JupiterTestEngine();

    @Override
    public String getId() {
        return "application-halves";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        List<String> asked = request.getSelectorsByType(ClassSelector.class).stream()
                .map(ClassSelector::getClassName)
                .toList();
        boolean isFirst = asked.contains(FirstHalf.class.getName());
        boolean isSecond = asked.contains(SecondHalf.class.getName());
        List<ClassSelector> tests = !isFirst && !isSecond
                ? List.of()
                : tests().stream()
                        .filter(test -> FIRST.matcher(test).matches() ? isFirst : isSecond)
                        .map(DiscoverySelectors::selectClass)
                        .toList();
        return jupiter.discover(new TestsOf(tests, request), id);
    }

    @Override
    public void execute(ExecutionRequest request) {
        jupiter.execute(request);
    }

    /** By name: a class that cannot be loaded, as its profile cannot be prepared, is to fail and not to be left out. */
    private static List<String> tests() {
        try {
            Path folder = Path.of(HalvesEngine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                return files.map(file -> folder.relativize(file).toString())
                        .filter(file -> file.matches("[^$]*Test\\.class"))
                        .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for these tests in place of what was asked for. */
    private record TestsOf(List<ClassSelector> tests, EngineDiscoveryRequest asked) implements EngineDiscoveryRequest {
        @Override
        public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
            return tests.stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
            return asked.getFiltersByType(type);
        }

        @Override
        public ConfigurationParameters getConfigurationParameters() {
            return asked.getConfigurationParameters();
        }

        @Override
        public EngineDiscoveryListener getDiscoveryListener() {
            return asked.getDiscoveryListener();
        }

        @Override
        public OutputDirectoryProvider getOutputDirectoryProvider() {
            return asked.getOutputDirectoryProvider();
        }
    }
}
