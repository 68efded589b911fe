package dev.syncline.console.reconciliations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.api.reconciliations.DifferenceView;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.State;
import dev.syncline.console.reconciliations.ReconciliationDetail.Field;
import dev.syncline.console.reconciliations.ReconciliationDetail.Row;
import dev.syncline.record.RecordStatus;
import java.util.List;

/** Makes the rows of differences. */
final class DifferenceRows {
    private DifferenceRows() {}

    static Row of(String route, DifferenceView difference) {
        return new Row(
                difference.title() == null || difference.title().isBlank() ? difference.key() : difference.title(),
                difference.key(),
                difference.status() == null
                        ? null
                        : Address.of("/record")
                                .with("route", route)
                                .with("key", difference.key())
                                .toString(),
                kind(difference.kind()),
                difference.fields() == null
                        ? List.of()
                        : difference.fields().stream()
                                .map(field -> new Field(field.field(), text(field.source()), text(field.target())))
                                .toList(),
                status(difference),
                outcome(difference));
    }

    private static State kind(String kind) {
        return switch (kind) {
            case "missing" -> new State("Missing", "bad");
            case "extra" -> new State("Extra", "block");
            default -> new State("Different", "hold");
        };
    }

    private static String status(DifferenceView difference) {
        String reason = difference.reason() == null ? "" : ": " + difference.reason();
        return difference.status() == null
                ? "unknown to the status table" + reason
                : State.of(RecordStatus.valueOf(difference.status())).label() + reason;
    }

    private static String outcome(DifferenceView difference) {
        if (difference.repaired() == null) {
            return "";
        }
        return difference.repaired() ? "Repaired" : "Not repaired: " + difference.outcome();
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? "nothing" : value.isValueNode() ? value.asText() : value.toString();
    }
}
