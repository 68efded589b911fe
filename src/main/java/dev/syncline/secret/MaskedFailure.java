package dev.syncline.secret;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** An exception for the log, with the stack of the original one, and with secrets masked in its messages. */
final class MaskedFailure extends Throwable {
    private static final long serialVersionUID = 1;

    private final String shown;

    private MaskedFailure(Throwable failure, Throwable cause) {
        super(Secrets.masked(failure.getMessage()), cause, true, true);
        this.shown = Secrets.masked(failure.toString());
        setStackTrace(failure.getStackTrace());
    }

    /** Returns the failure itself if it contains no secret. */
    static Throwable of(Throwable failure) {
        return holdsSecret(failure, Collections.newSetFromMap(new IdentityHashMap<>()))
                ? masked(failure, Collections.newSetFromMap(new IdentityHashMap<>()))
                : failure;
    }

    private static boolean holdsSecret(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        boolean holds = Secrets.isIn(failure.toString()) || holdsSecret(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            holds |= holdsSecret(suppressed, seen);
        }
        return holds;
    }

    private static Throwable masked(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        MaskedFailure masked = new MaskedFailure(failure, masked(failure.getCause(), seen));
        for (Throwable suppressed : failure.getSuppressed()) {
            Throwable also = masked(suppressed, seen);
            if (also != null) {
                masked.addSuppressed(also);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return shown;
    }
}
