package dev.syncline.api.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * How the process that answers is set up; no secret.
 *
 * @param zone in which named ranges, schedules and dates are
 * @param process its name in the cluster
 * @param startedAt when it read its settings; secrets are read whenever they are used
 * @param routes its route files
 * @param user who asks
 * @param users the configured users; null if no admin asks
 * @param calls who may make which call
 */
@RegisterForReflection
public record SettingsView(
        Versions versions,
        String zone,
        String process,
        Instant startedAt,
        RouteFilesView routes,
        UserView user,
        List<UserView> users,
        List<Call> calls) {
    @RegisterForReflection
    public record Versions(String syncline, String java, String camel, String hub) {}

    /**
     * @param folder from which they were read; null for those of the package
     * @param routes how many routes are in them
     * @param changed names of files that differ from what was loaded: the next start uses them
     */
    @RegisterForReflection
    public record RouteFilesView(String folder, int routes, List<String> changed) {}

    /** @param roles as configured, or for who asks with all that they include */
    @RegisterForReflection
    public record UserView(String name, List<String> roles) {}

    /** @param roles that may make it; {@code signature} if its caller signs it */
    @RegisterForReflection
    public record Call(String method, String path, List<String> roles) {}
}
