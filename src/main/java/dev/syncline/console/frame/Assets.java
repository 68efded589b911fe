package dev.syncline.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The style sheet, scripts and pictures of the console. Each has an address that changes with its content, so browsers keep
 * it for good and still never use an old one.
 */
@ApplicationScoped
public class Assets {
    static final String STYLE = "console.css";
    static final String SCRIPT = "console.js";
    static final String HTMX = "htmx.min.js";
    static final String EVENTS = "sse.js";
    static final String ICON = "icon.svg";
    static final String CHART = "chart.js";
    static final String PLOT = "uPlot.iife.min.js";
    static final String PLOT_STYLE = "uPlot.min.css";

    private static final String CSS = "text/css;charset=UTF-8";
    private static final String JS = "text/javascript;charset=UTF-8";
    private static final int VERSION_LENGTH = 12;

    /** Where the files are on the class path; those of others are in the webjars that the pom names. */
    private static final Map<String, String> PLACES = Map.of(
            STYLE, "console/console.css",
            SCRIPT, "console/console.js",
            ICON, "console/icon.svg",
            CHART, "console/chart.js",
            PLOT, "META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.iife.min.js",
            PLOT_STYLE, "META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.min.css",
            HTMX, "META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js",
            EVENTS, "META-INF/resources/webjars/htmx-ext-sse/2.2.2/sse.js");

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    Assets() {
        PLACES.forEach((name, place) -> byName.put(name, read(name, place)));
    }

    /** @param version the first digits of its content's hash */
    record Asset(String name, String version, String type, byte[] content) {
        String address() {
            return "/assets/" + version + "/" + name;
        }
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    String address(String name) {
        return byName.get(name).address();
    }

    private static Asset read(String name, String place) {
        try (InputStream file = Assets.class.getClassLoader().getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException("The program's package has no " + place);
            }
            byte[] content = file.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(name, HexFormat.of().formatHex(hash).substring(0, VERSION_LENGTH), type(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(String name) {
        return name.endsWith(".css") ? CSS : name.endsWith(".js") ? JS : "image/svg+xml";
    }
}
