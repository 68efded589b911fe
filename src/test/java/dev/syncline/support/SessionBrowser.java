package dev.syncline.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that keeps cookies for each host and follows redirects one by one, as a person's does who signs in at a provider. */
public final class SessionBrowser {
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();

    /** What a page answered. */
    public record Answer(URI address, int status, HttpResponse<String> response) {
        public String page() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where it redirects to. */
        public URI location() {
            return address.resolve(header("Location"));
        }
    }

    /** Opens an address, and follows where it leads. */
    public Answer open(String address) {
        Answer answer = get(address);
        for (int i = 0; answer.status() / 100 == 3; i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("Too many redirects, the last one to " + answer.location());
            }
            answer = get(answer.location().toString());
        }
        return answer;
    }

    /** Opens an address; a redirect is the answer. */
    public Answer get(String address, String... headers) {
        return send(address, headers, builder -> builder.GET(), "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    public Answer send(Browser.Form form) {
        String body = form.fields().entrySet().stream()
                .map(field -> OidcProvider.encoded(field.getKey()) + "=" + OidcProvider.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                form.action(),
                new String[] {"Content-Type", "application/x-www-form-urlencoded"},
                builder -> builder.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
                "text/html");
    }

    /** As one who loses all cookies of the program whose name begins so. */
    public void forget(String name) {
        cookies.values().forEach(of -> of.keySet().removeIf(cookie -> cookie.startsWith(name)));
    }

    public void replace(String name, String value) {
        cookies.values().forEach(of -> of.replaceAll((cookie, old) -> cookie.startsWith(name) ? value : old));
    }

    public boolean has(String cookie) {
        return cookies.values().stream().anyMatch(of -> of.keySet().stream().anyMatch(name -> name.startsWith(cookie)));
    }

    /** Every cookie as it was set, with its attributes. */
    public List<String> setCookies() {
        return setCookies;
    }

    private Answer send(
            String address,
            String[] headers,
            java.util.function.UnaryOperator<HttpRequest.Builder> method,
            String accepted) {
        URI uri = URI.create("http://localhost:" + RestAssured.port).resolve(address);
        HttpRequest.Builder request = method.apply(HttpRequest.newBuilder(uri)).header("Accept", accepted);
        if (headers.length > 0) {
            request.headers(headers);
        }
        Map<String, String> own = cookies.computeIfAbsent(uri.getAuthority(), host -> new LinkedHashMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            for (String header : response.headers().allValues("Set-Cookie")) {
                setCookies.add(header);
                HttpCookie cookie = HttpCookie.parse(header).get(0);
                if (cookie.getMaxAge() == 0) {
                    own.remove(cookie.getName());
                } else {
                    own.put(
                            cookie.getName(),
                            header.substring(header.indexOf('=') + 1).split(";", 2)[0]);
                }
            }
            return new Answer(uri, response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
