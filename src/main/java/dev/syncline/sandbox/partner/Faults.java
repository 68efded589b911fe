package dev.syncline.sandbox.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that are set; a restart forgets them. */
@ApplicationScoped
public class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        faults.add(fault);
    }

    public void clear() {
        faults.clear();
    }

    public List<Fault> all() {
        return faults;
    }

    /** The first fault of the kind that strikes a request now. */
    Optional<Fault> strike(String system, String entity, String kind) {
        return strike(system, entity, kind, fault -> true);
    }

    /** Why a fault refuses the record; null when none does. */
    Refusal refusal(String system, String entity, String key) {
        return strike(system, entity, Fault.REFUSE, fault -> fault.matches(key))
                .map(fault -> new Refusal("base", fault.reason()))
                .orElse(null);
    }

    /** The fault that refuses a request as a whole, for one of its keys. */
    Optional<Fault> batchRefusal(String system, String entity, List<String> keys) {
        return strike(system, entity, Fault.REFUSE_BATCH, fault -> keys.stream().anyMatch(fault::matches));
    }

    /** Whether a fault keeps the result of the record back. */
    boolean isLeftOut(String system, String entity, String key) {
        return strike(system, entity, Fault.SHORT_ANSWER, fault -> fault.matches(key))
                .isPresent();
    }

    private Optional<Fault> strike(String system, String entity, String kind, Predicate<Fault> applies) {
        return faults.stream()
                .filter(fault -> fault.concerns(system, entity, kind) && applies.test(fault) && fault.strikes())
                .findFirst();
    }
}
