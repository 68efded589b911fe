package dev.syncline.run;

import dev.syncline.json.Escaped;
import dev.syncline.route.SyncRoute;
import dev.syncline.secret.Secrets;
import dev.syncline.system.CallRefused;
import dev.syncline.system.http.AnswerTooLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Why something failed, in words that a person can act on. */
public final class Reason {
    private static final int LONGEST = 2_000;

    /** What Camel puts behind its messages, which is of no use to anybody who reads them. */
    private static final Pattern EXCHANGE = Pattern.compile("( on the exchange)?[.:]?\\s*Exchange\\[[^\\]]*]");

    private Reason() {}

    /** What was thrown, without what Camel and threads wrap it in. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether it has no words of its own. */
    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CamelExecutionException
                || failure instanceof RuntimeCamelException
                || failure instanceof CamelExchangeException
                || failure instanceof ExecutionException
                || failure instanceof CompletionException
                || failure.getCause().toString().equals(failure.getMessage());
    }

    /** @param route whose systems were called */
    public static String of(Throwable failure, SyncRoute route) {
        Throwable cause = cause(failure);
        String reason;
        if (cause instanceof HttpOperationFailedException http) {
            String body =
                    http.getResponseBody() == null ? "" : http.getResponseBody().strip();
            String advice = advice(http.getStatusCode(), "syncline.systems." + system(http.getUri(), route));
            reason = "The system at " + http.getUri().split("\\?")[0] + " answered " + http.getStatusCode()
                    + (advice.isEmpty() ? "" : ". " + advice)
                    + (body.isEmpty() ? "" : ". It says: " + body);
        } else if (cause instanceof java.io.IOException
                && !(cause instanceof AnswerTooLong)
                && !(cause instanceof CallRefused)) {
            reason = "A system cannot be reached: " + cause.getMessage();
        } else if (cause instanceof java.sql.SQLException) {
            reason = "A database failed: " + cause.getMessage();
        } else if (cause.getMessage() != null) {
            reason = EXCHANGE.matcher(cause.getMessage()).replaceAll("");
        } else {
            reason = cause.getClass().getName();
        }
        return Escaped.bounded(Secrets.masked(reason), LONGEST);
    }

    /** Which of the route's systems it is. */
    private static String system(String uri, SyncRoute route) {
        return Stream.of(route.target(), route.source())
                .filter(system -> ConfigProvider.getConfig()
                        .getOptionalValue("syncline.systems." + system + ".url", String.class)
                        .filter(uri::startsWith)
                        .isPresent())
                .findFirst()
                .orElse("<name>");
    }

    private static String advice(int status, String prefix) {
        return switch (status) {
            case 401, 403, 407 -> "Set its token, " + prefix + ".token, to one that may do this";
            case 404, 405 ->
                "Compare its address, " + prefix
                        + ".url, and the paths in its file in routes/systems with what it offers";
            case 301, 302, 303, 307, 308 ->
                "It sends its callers elsewhere, and nothing follows it. Set its address, " + prefix
                        + ".url, to where it" + " is; where that is a log-in, its token, " + prefix + ".token";
            default -> "";
        };
    }
}
