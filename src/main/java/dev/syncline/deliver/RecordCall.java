package dev.syncline.deliver;

import dev.syncline.system.http.PathSegment;
import java.util.Optional;

/**
 * A call that delivers one record, as {@code PATCH /items/42} is.
 *
 * @param template method and path, with {@code {path}}, {@code {key}} and {@code {ref}}
 */
record RecordCall(String template) {
    String method() {
        return template.substring(0, template.indexOf(' '));
    }

    /** Whether it is made at the address of a record that the target has: it answers 404 if it has not. */
    boolean isOfRecord() {
        return template.contains("{ref}") || template.contains("{key}");
    }

    boolean isWithRef() {
        return template.contains("{ref}");
    }

    /**
     * Returns the path for a record.
     *
     * @param ref the target's own id of it; null if that is not known
     * @return empty if no path can have its key or its id
     */
    Optional<String> path(String targetPath, String key, String ref) {
        String path = template.substring(template.indexOf(' ') + 1).strip().replace("{path}", targetPath);
        Optional<String> keySegment = PathSegment.of(key);
        Optional<String> refSegment = ref == null ? Optional.empty() : PathSegment.of(ref);
        if (path.contains("{key}") && keySegment.isEmpty() || path.contains("{ref}") && refSegment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(path.replace("{key}", keySegment.orElse("")).replace("{ref}", refSegment.orElse("")));
    }
}
