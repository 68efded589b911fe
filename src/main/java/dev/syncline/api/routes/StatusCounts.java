package dev.syncline.api.routes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The numbers of its records by status. */
@RegisterForReflection
public record StatusCounts(long success, long failed, long blocked, long onHold, long inProgress) {}
