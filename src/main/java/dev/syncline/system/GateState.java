package dev.syncline.system;

import java.time.Instant;

/**
 * How the circuit breaker of a system stands in this process.
 *
 * @param isOpen whether the system is called only as a trial, as half of the last calls got no answer
 * @param nextTrial when it is called next; null if at the next call
 */
public record GateState(boolean isOpen, Instant nextTrial) {}
