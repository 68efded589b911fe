package dev.syncline.route;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do in the target with a record that its source no longer has. */
public enum DeletePolicy {
    IGNORE,
    DEACTIVATE,
    DELETE
}
