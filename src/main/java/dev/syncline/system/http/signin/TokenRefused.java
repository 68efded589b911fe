package dev.syncline.system.http.signin;

import dev.syncline.system.CallRefused;

/** Thrown when the endpoint that gives tokens for a system refuses to; a retry does not help. */
public class TokenRefused extends CallRefused {
    TokenRefused(String system, String url, String problem) {
        super("System " + system + " does not let Syncline sign in: " + url + " " + problem
                + ". Compare syncline.systems." + system
                + ".auth.* with what the system expects: token-url, grant, client-id,"
                + " client-secret, client-auth, scope");
    }
}
