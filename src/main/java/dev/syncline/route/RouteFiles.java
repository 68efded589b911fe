package dev.syncline.route;

import dev.syncline.route.validation.InvalidRoutesException;
import dev.syncline.route.validation.RouteValidation;
import dev.syncline.route.yaml.RouteFile;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.StrayFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Loads the route files into Camel: those of the folder that {@code SYNCLINE_ROUTES} names, else the packaged ones.
 * Checks all of them first; an invalid one stops the start.
 */
@ApplicationScoped
public class RouteFiles extends RouteBuilder {
    private static final String SUFFIX = ".camel.yaml";
    private static final int MOST_CONCURRENT = 64;

    private final Optional<String> folder;
    private List<String> strays = List.of();
    private volatile List<RouteFile> loaded = List.of();

    RouteFiles(@ConfigProperty(name = "syncline.routes") Optional<String> folder) {
        this.folder = folder;
    }

    @Override
    public void configure() throws Exception {
        List<RouteFile> files = read();
        List<RouteProblem> problems = new ArrayList<>(
                files.isEmpty()
                        ? List.of(RouteProblem.noRouteFiles(folder.orElse("the package")))
                        : RouteValidation.check(files));
        problems.addAll(StrayFiles.check(strays));
        if (!problems.isEmpty()) {
            throw new InvalidRoutesException(problems);
        }
        for (int concurrency = 1; concurrency <= MOST_CONCURRENT; concurrency++) {
            getContext().getExecutorServiceManager().registerThreadPoolProfile(deliveries(concurrency));
        }
        List<Resource> resources = files.stream()
                .map(file -> ResourceHelper.fromString(file.name(), file.text()))
                .toList();
        PluginHelper.getRoutesLoader(getContext()).loadRoutes(resources);
        loaded = List.copyOf(files);
    }

    /** The file of a route, as it was loaded; its name is the route's id. */
    public Optional<RouteFile> fileOf(String route) {
        return loaded.stream()
                .filter(file -> file.name().replaceFirst(".*/", "").equals(route + SUFFIX))
                .findFirst();
    }

    /** Returns the folder that the files were read from; empty for those of the package. */
    public Optional<String> folder() {
        return folder;
    }

    /**
     * Returns the names of files of the folder that were changed, added or removed since they were loaded. Those of the
     * package do not change.
     */
    public List<String> changed() {
        if (folder.isEmpty()) {
            return List.of();
        }
        Map<String, String> before = new TreeMap<>();
        loaded.forEach(file -> before.put(file.name(), file.text()));
        Map<String, String> now = new TreeMap<>();
        try {
            read().forEach(file -> now.put(file.name(), file.text()));
        } catch (IOException | UncheckedIOException e) {
            return List.of("the folder cannot be read: " + e.getMessage());
        }
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .sorted()
                .toList();
    }

    /** Returns the files in the order in which to load them: templates before the routes that use them. */
    List<RouteFile> read() throws IOException {
        if (folder.isPresent()) {
            Path path = Path.of(folder.get());
            return Files.isDirectory(path) ? read(path) : List.of();
        }
        URL packaged = Thread.currentThread().getContextClassLoader().getResource("routes/sync" + SUFFIX);
        if (packaged == null) {
            return List.of();
        }
        try {
            URI uri = packaged.toURI();
            if (uri.getScheme().equals("file")) {
                return read(Path.of(uri).getParent());
            }
            try (FileSystem archive = open(uri)) {
                return read(archive.getPath("routes"));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static FileSystem open(URI uri) throws IOException {
        if (uri.getScheme().equals("jar")) {
            return FileSystems.newFileSystem(
                    Path.of(URI.create(uri.getSchemeSpecificPart().split("!")[0])), Map.of());
        }
        return FileSystems.newFileSystem(URI.create(uri.getScheme() + ":/"), Map.of());
    }

    /** Returns the names of files that are not read. */
    List<String> strays() {
        return strays;
    }

    private List<RouteFile> read(Path root) throws IOException {
        List<RouteFile> files = new ArrayList<>();
        strays = new ArrayList<>();
        // Kubernetes mounts folders too as links into ..data
        try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("..")) {
                    continue; // folders of Kubernetes, to which the links lead
                }
                if (name.endsWith(SUFFIX)) {
                    files.add(new RouteFile(name, Files.readString(file)));
                } else {
                    strays.add(name);
                }
            }
        }
        files.sort(Comparator.comparing((RouteFile file) -> rank(file.text())).thenComparing(RouteFile::name));
        return files;
    }

    private static int rank(String text) {
        return text.contains("routeTemplate:") || text.contains("routeConfiguration:") ? 0 : 1;
    }

    /**
     * Returns the profile of the threads that deliver the batches of a route; a route selects it by its {@code
     * concurrency}.
     */
    private static ThreadPoolProfile deliveries(int concurrency) {
        ThreadPoolProfile profile = new ThreadPoolProfile("deliveries-" + concurrency);
        profile.setPoolSize(concurrency);
        profile.setMaxPoolSize(concurrency);
        profile.setKeepAliveTime(30L);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setMaxQueueSize(-1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns);
        return profile;
    }
}
