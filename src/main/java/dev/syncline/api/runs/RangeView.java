package dev.syncline.api.runs;

import dev.syncline.record.Counts;
import dev.syncline.run.Run;
import dev.syncline.work.WorkStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/** @param name its name; {@code from-to} if bounds were given */
@RegisterForReflection
public record RangeView(String name, Instant from, Instant to) {}
