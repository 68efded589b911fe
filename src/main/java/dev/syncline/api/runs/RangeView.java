package dev.syncline.api.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** @param name its name; {@code from-to} if bounds were given */
@RegisterForReflection
public record RangeView(String name, Instant from, Instant to) {}
