package dev.syncline.api.http;

import java.util.List;

/** Tells the console's addresses, which people open in a browser, from those of programs. */
public final class Pages {
    private static final List<String> OTHERS = List.of("/api", "/q/", "/sandbox", "/assets");

    private Pages() {}

    public static boolean isPage(String path) {
        return OTHERS.stream().noneMatch(path::startsWith);
    }
}
