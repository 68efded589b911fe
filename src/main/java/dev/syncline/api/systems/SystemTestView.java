package dev.syncline.api.systems;

import dev.syncline.system.check.CheckResult;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * What a test of a system's connection tried, and what came back.
 *
 * @param outcome REACHED, REFUSED, FAILED, TIMED_OUT or NOT_CALLED
 */
@RegisterForReflection
public record SystemTestView(String system, Instant at, String outcome, String tried, String answer, long tookMillis) {
    static SystemTestView of(String system, Instant at, CheckResult result) {
        return new SystemTestView(
                system,
                at,
                result.outcome().name(),
                result.tried(),
                result.answer(),
                result.took().toMillis());
    }
}
