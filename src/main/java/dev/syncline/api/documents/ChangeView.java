package dev.syncline.api.documents;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a run did with a record, or would have done.
 *
 * @param action null if nothing would be done
 * @param status SUCCESS; in a dry run, also the FAILED, BLOCKED or ON_HOLD that the record would get
 * @param reason why the status is not SUCCESS; null otherwise
 * @param fields the fields that changed, with their values before and after
 */
@RegisterForReflection
public record ChangeView(
        String key, String title, String action, String status, String reason, List<FieldChange> fields) {}
