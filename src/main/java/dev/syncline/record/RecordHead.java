package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;

/**
 * Which record it is.
 *
 * @param key its key in the status table
 * @param keyless whether the key is made from the content, because the row has none of its own
 * @param title what people know it by; null where the route names no field for it
 * @param changedAt when it changed, as {@link dev.syncline.page.Row} has it
 */
public record RecordHead(String key, boolean keyless, String title, Long changedAt) {
    /** The same with a title that can be kept and shown. */
    RecordHead shown() {
        String shown = Escaped.of(Secrets.masked(title));
        return shown == null || shown.equals(title) ? this : new RecordHead(key, keyless, shown, changedAt);
    }
}
