package dev.syncline.api.http;

import dev.syncline.record.Audit;
import dev.syncline.record.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes calls to the audit log that were refused because the user lacks the role, or the state of the subject does not
 * allow the change.
 */
class RefusedCalls {
    private static final Logger LOG = Logger.getLogger(RefusedCalls.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Map<String, String> ACTIONS = Map.of(
            "runs",
            "run",
            "refresh",
            "run",
            "reconciliations",
            "reconcile",
            "POST rules",
            "add-rule",
            "DELETE rules",
            "delete-rule",
            "start",
            "reconcile",
            "POST rule",
            "delete-rule",
            "POST systems",
            "test-system");

    private final Audit audit;
    private final Caller caller;
    private final CurrentIdentityAssociation identities;

    RefusedCalls(Audit audit, Caller caller, CurrentIdentityAssociation identities) {
        this.audit = audit;
        this.caller = caller;
        this.identities = identities;
    }

    @ServerResponseFilter
    Uni<Void> tell(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        String path = request.getUriInfo().getPath();
        // Cancelling something that has ended would change nothing, so it is not audited.
        boolean isRefused = status == 403 || status == 409 && !path.endsWith("/cancel");
        if (!isRefused || SAFE.contains(request.getMethod())) {
            return Uni.createFrom().voidItem();
        }
        String action = action(request.getMethod(), path);
        String subject = subject(path, request.getUriInfo());
        String detail = status + (response.getEntity() instanceof Problem problem ? ": " + problem.detail() : "");
        String address = caller.address();
        return identities
                .getDeferredIdentity()
                .onItem()
                .transformToUni(who -> who.isAnonymous()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .<Void>item(() -> {
                                    audit.refused(who.getPrincipal().getName(), action, subject, detail, address);
                                    return null;
                                })
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onFailure()
                .invoke(e -> LOG.warnf("A refused call is not in the audit log: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static List<String> words(String path) {
        return Arrays.stream(path.split("/"))
                .filter(word -> !word.isEmpty() && !word.equals("api"))
                .toList();
    }

    /** Returns the name of the action under which the call is audited when it is allowed. */
    private static String action(String method, String path) {
        List<String> words = words(path);
        String first = words.isEmpty() ? "" : words.get(0);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return ACTIONS.getOrDefault(method + " " + first, ACTIONS.getOrDefault(last, last));
    }

    private static String subject(String path, UriInfo address) {
        String first = words(path).stream().findFirst().orElse("");
        String names = String.join(
                "/",
                address.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .toList());
        if (first.equals("routes")) {
            return names;
        }
        if (first.equals("records")) {
            return address.getPathParameters().getFirst("route") == null
                    ? first
                    : address.getPathParameters().getFirst("route");
        }
        return names.isEmpty() ? first : first.replaceAll("s$", "").replace("purchase-", "") + " " + names;
    }
}
