package dev.syncline.api.runs;

import dev.syncline.record.Counts;
import dev.syncline.run.Run;
import dev.syncline.work.WorkStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/** @param expected the number of records that the run covers; null if it is unknown */
@RegisterForReflection
public record Progress(int percent, long done, Long expected) {}
