package dev.syncline.api.routes;

import dev.syncline.api.runs.RunView;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates.State;
import dev.syncline.run.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** The numbers of its records by status. */
@RegisterForReflection
public record StatusCounts(long success, long failed, long blocked, long onHold, long inProgress) {}
