package dev.syncline.api.session;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form that was sent after its sender's session had ended. The answer holds it, so that nothing that was typed is lost.
 *
 * @param action where it was sent to
 */
public record SentForm(String action, List<Field> fields) {
    /** A form of a person is far smaller; what is larger is not kept. */
    private static final int LONGEST = 256 * 1024;

    private static final int MOST_FIELDS = 1_000;
    private static final String KEPT = SentForm.class.getName();

    /** One value of a field, as it was sent. */
    public record Field(String name, String value) {}

    /** Returns the form that a refused call had sent. */
    public static Optional<SentForm> of(RoutingContext call) {
        return call == null ? Optional.empty() : Optional.ofNullable(call.get(KEPT));
    }

    /** Reads the form of a call that is refused, and keeps it for the answer, where it is one and can be read. */
    static Uni<Void> keep(RoutingContext call) {
        if (!isForm(call.request())) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> {
                    var body = call.request().body();
                    call.request().resume();
                    return body.toCompletionStage();
                })
                .invoke(body -> call.put(KEPT, read(call.request().uri(), body.toString(StandardCharsets.UTF_8))))
                .onFailure()
                .recoverWithNull() // it did not arrive, or is no form
                .replaceWithVoid();
    }

    static SentForm read(String action, String body) {
        List<Field> fields = new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS, true)
                .parameters().entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                        .toList();
        return new SentForm(action, fields);
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        String length = request.getHeader("Content-Length");
        return type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && length != null
                && length.matches("\\d{1,6}")
                && Integer.parseInt(length) <= LONGEST
                && request.uri().matches("/[^/].*");
    }
}
