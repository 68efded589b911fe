package dev.syncline.system.http.signin;

import java.net.ConnectException;

/**
 * Thrown when the endpoint that gives tokens for a system is away. It is an outage of the system: calls wait for its end, as for a
 * connection.
 */
public class TokenUnavailable extends ConnectException {
    TokenUnavailable(String system, String url, String problem) {
        super("No token for system " + system + ": " + url + " " + problem);
    }
}
