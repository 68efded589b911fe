package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.sandbox.call.SandboxProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A partner system: its protocol, its record ids, and its rules.
 *
 * @param idPrefix precedes a record's number in its id, such as {@code RL-}
 */
public record PartnerSystem(String name, Protocol protocol, String idPrefix, List<RefusalRule> rules) {
    /** The forms in which deliveries are taken. */
    enum Protocol {
        /** {@code POST batch}: one status a record. */
        BATCH,
        /** {@code PATCH sync}: entities and errors under status 200. */
        SYNC,
        /** No deliveries: the system is only read. */
        READ
    }

    private static final List<String> EMAILS = List.of("email", "managerEmail");

    public static final List<PartnerSystem> ALL = List.of(
            new PartnerSystem(
                    "relay",
                    Protocol.BATCH,
                    "RL-",
                    List.of(
                            RefusalRule.pattern(EMAILS, "[^@\\s]+@[^@\\s]+", "'%s' is not an e-mail address"),
                            RefusalRule.least(
                                    "amount", new BigDecimal("-100000"), "amount %s is below the limit of %s"),
                            RefusalRule.ordered("startDate", "endDate", "endDate %s lies before startDate %s"))),
            new PartnerSystem(
                    "projects",
                    Protocol.SYNC,
                    "",
                    List.of(
                            RefusalRule.longest("name", 150, "is too long (maximum is %d characters)"),
                            RefusalRule.pattern(EMAILS, "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+", "is invalid"))),
            new PartnerSystem("catalog", Protocol.READ, "", List.of()));

    public static PartnerSystem named(String name) {
        return ALL.stream()
                .filter(system -> system.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new SandboxProblem(404, "There is no system '" + name + "' in the sandbox"));
    }

    Optional<PartnerRefusal> refusal(JsonNode data) {
        return rules.stream().flatMap(rule -> rule.check(data).stream()).findFirst();
    }
}
