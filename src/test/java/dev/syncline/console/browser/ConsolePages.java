package dev.syncline.console.browser;

import dev.syncline.support.Api;
import dev.syncline.support.Browser;
import dev.syncline.support.Reply;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the console: those that its classes have, and those that a person finds by links, from the overview on. */
final class ConsolePages {
    private static final Pattern WAY = Pattern.compile(
            "<a [^>]*href=\"(/[^\"#]*)|<form [^>]*action=\"(/[^\"]*)\"[^>]*method=\"get\"|hx-get=\"(/[^\"]*)");
    private static final String ASKED = "?q=V-0";
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
    /** Where a provider of OpenID Connect leads; SignInTest has one, and opens them. */
    private static final Set<String> OF_SIGN_IN = Set.of("/sign-in", "/signed-out");

    private static final Pattern ROUTE = Pattern.compile("(?:/routes/|[?&]route=)([a-z0-9-]+)");
    /** Of each kind of page, as one may have nothing that leads on. */
    private static final int LOOKED_AT = 4;

    private final Map<String, String> byKind = new TreeMap<>(Map.of("/", "/"));
    private final Set<String> missed = new TreeSet<>();

    private ConsolePages() {}

    /** The pages' paths as their classes name them, such as {@code /runs/{id}}. */
    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        for (Class<?> type : classes()) {
            if (type.isAnnotationPresent(Path.class)) {
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class))
                        .filter(method -> isPage(type, method))
                        .forEach(method -> kinds.add(path(type, method)));
            }
        }
        return kinds;
    }

    /** Finds them as a person does who follows all links, and sends the forms that only ask. */
    static ConsolePages found(Browser browser) {
        ConsolePages pages = new ConsolePages();
        Set<String> kinds = kinds();
        List<String> routes =
                Api.as("viewer").get("/api/routes").as(Reply.class).getList("items.id");
        Map<String, Integer> looked = new HashMap<>();
        Set<String> seen = new TreeSet<>(Set.of("/"));
        Set<String> parts = new HashSet<>();
        Queue<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Matcher way = WAY.matcher(browser.page(open.remove()));
            while (way.find()) {
                if (way.group(3) != null) {
                    parts.add(kind(kinds, way.group(3)));
                    continue;
                }
                String next = way.group(1) != null ? Browser.text(way.group(1)) : way.group(2) + ASKED;
                String kind = kind(kinds, next);
                if (kind != null
                        && isOf(routes, next)
                        && seen.add(next)
                        && looked.merge(kind, 1, Integer::sum) <= LOOKED_AT) {
                    pages.byKind.putIfAbsent(kind, next);
                    open.add(next);
                }
            }
        }
        pages.missed.addAll(kinds);
        pages.missed.removeAll(pages.byKind.keySet());
        pages.missed.removeAll(parts);
        pages.missed.removeAll(OF_SIGN_IN);
        return pages;
    }

    /** Whether it is about none but these routes: other tests leave runs and records of routes that are gone again. */
    private static boolean isOf(List<String> routes, String address) {
        Matcher route = ROUTE.matcher(address);
        return !route.find() || routes.contains(route.group(1));
    }

    /** An address of each kind of page, the first that was found. */
    Map<String, String> byKind() {
        return byKind;
    }

    /** Kinds of pages that nothing leads to, and that are no part of another one. */
    Set<String> missed() {
        return missed;
    }

    private static String kind(Set<String> kinds, String address) {
        String path = address.replaceFirst("\\?.*", "");
        if (kinds.contains(path)) {
            return path;
        }
        return kinds.stream()
                .filter(kind -> path.matches(kind.replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst()
                .orElse(null);
    }

    private static boolean isPage(Class<?> type, Method method) {
        Produces produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElseGet(() -> type.getAnnotation(Produces.class));
        return produces != null && produces.value()[0].startsWith("text/html");
    }

    private static String path(Class<?> type, Method method) {
        Path rest = method.getAnnotation(Path.class);
        String path = type.getAnnotation(Path.class).value() + "/" + (rest == null ? "" : rest.value());
        return path.replaceAll("/+", "/").replaceFirst("(.)/$", "$1");
    }

    private static List<Class<?>> classes() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("dev/syncline/console"))) {
            List<Class<?>> classes = new ArrayList<>();
            for (java.nio.file.Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = CLASSES.relativize(file).toString().replaceFirst("\\.class$", "");
                classes.add(Class.forName(
                        name.replace(File.separatorChar, '.'), false, ConsolePages.class.getClassLoader()));
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
