package dev.syncline.sandbox.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Holds the faults that are set, until the program ends. */
@ApplicationScoped
public class InjectedFaults {
    private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();

    public void add(InjectedFault fault) {
        faults.add(fault);
    }

    public void clear() {
        faults.clear();
    }

    public List<InjectedFault> all() {
        return faults;
    }

    /** Returns the first fault of the kind that applies to a request now. */
    Optional<InjectedFault> strike(String system, String entity, String kind) {
        return strike(system, entity, kind, fault -> true);
    }

    /** Returns why a fault refuses the record; null if none does. */
    PartnerRefusal refusal(String system, String entity, String key) {
        return strike(system, entity, InjectedFault.REFUSE, fault -> fault.matches(key))
                .map(fault -> new PartnerRefusal("base", fault.reason()))
                .orElse(null);
    }

    /** Returns the fault that refuses a whole request for one of its keys. */
    Optional<InjectedFault> batchRefusal(String system, String entity, List<String> keys) {
        return strike(system, entity, InjectedFault.REFUSE_BATCH, fault -> keys.stream()
                .anyMatch(fault::matches));
    }

    /** Returns whether a fault omits the result of the record. */
    boolean isLeftOut(String system, String entity, String key) {
        return strike(system, entity, InjectedFault.SHORT_ANSWER, fault -> fault.matches(key))
                .isPresent();
    }

    private Optional<InjectedFault> strike(
            String system, String entity, String kind, Predicate<InjectedFault> applies) {
        return faults.stream()
                .filter(fault -> fault.concerns(system, entity, kind) && applies.test(fault) && fault.strikes())
                .findFirst();
    }
}
