package dev.syncline.api.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param expected the number of records that the run covers; null if it is unknown */
@RegisterForReflection
public record Progress(int percent, long done, Long expected) {}
