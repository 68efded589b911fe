package dev.syncline.console.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a page with what it is asked for; what is null or blank is left out. */
public final class Address {
    private final String path;
    private final Map<String, String> query = new LinkedHashMap<>();

    private Address(String path) {
        this.path = path;
    }

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isBlank()) {
            query.put(name, text);
        }
        return this;
    }

    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
