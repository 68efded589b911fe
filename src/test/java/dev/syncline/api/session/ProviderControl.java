package dev.syncline.api.session;

import static io.restassured.RestAssured.given;

import dev.syncline.support.OidcProvider;
import java.util.stream.Stream;

/** Tells the provider of the tests who signs in, and how. */
record ProviderControl(String address) {
    /** Whoever signs in from now on; each pair is a name and a value. */
    void person(String name, String... settings) {
        set(Stream.concat(Stream.of("person", name), Stream.of(settings)).toArray(String[]::new));
    }

    /** Replaces everything that was set, and forgets the calls. */
    void set(String... settings) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < settings.length; i += 2) {
            query.append(settings[i])
                    .append('=')
                    .append(OidcProvider.encoded(settings[i + 1]))
                    .append('&');
        }
        given().urlEncodingEnabled(false)
                .get(address + "/control/set?" + query)
                .then()
                .statusCode(200);
    }

    /** A token of the person, by its kind one that is not to be accepted. */
    String token(String kind) {
        return given().get(address + "/control/token?kind=" + kind).asString();
    }

    /** What the provider was asked since something was set. */
    String calls() {
        return given().get(address + "/control/calls").asString();
    }
}
