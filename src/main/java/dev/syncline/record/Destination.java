package dev.syncline.record;

import dev.syncline.route.SyncRoute;
import dev.syncline.route.WriteMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where and how a route's records are delivered.
 *
 * @param place what tells where: the system, and the path or the table there
 * @param form how a record is written there: in another one, all are sent again
 * @param content what the fields are made by: with another one, all are looked at again, and sent where they differ
 */
record Destination(Map<String, String> place, Map<String, String> form, Map<String, String> content) {
    static Destination of(SyncRoute route) {
        boolean isTable = !route.write().isBlank();
        Map<String, String> place = new LinkedHashMap<>();
        place.put("target", route.target());
        place.put(
                isTable ? "table" : "targetPath",
                isTable ? WriteMapping.of(route.write()).row().name() : route.targetPath());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("query", plain(route.query()));
        content.put("deepQuery", plain(route.deepQuery()));
        content.put("json", String.join(",", route.json()));
        content.put("map", plain(route.map()));
        return new Destination(place, Map.of("write", plain(route.write())), content);
    }

    /** What is another one than before, for people; empty where nothing is. */
    String changeSince(Destination before) {
        if (!place.equals(before.place)) {
            return "It delivers everything anew: its records go to " + text(place) + ", and went to "
                    + text(before.place) + ". What is there stays as it is";
        } else if (!form.equals(before.form)) {
            return "It sends every record again: the parameter write has changed";
        }
        String changed = changed(before);
        return changed.isEmpty() ? "" : "It looks at every record again: " + changed + " changed";
    }

    private String changed(Destination before) {
        return content.keySet().stream()
                .filter(name -> !Objects.equals(content.get(name), before.content.get(name)))
                .collect(Collectors.joining(", "));
    }

    private static String text(Map<String, String> place) {
        return Stream.concat(
                        Stream.of(place.get("target")),
                        place.entrySet().stream()
                                .filter(part -> !part.getKey().equals("target"))
                                .map(part -> part.getKey() + " " + part.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** How lines are broken and indented says nothing. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
