package dev.syncline.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.value.ValueForm;
import dev.syncline.value.ValueText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes values of MariaDB's enum and set as their columns do: members in the declared order and case. */
final class MariaDbMembers implements ValueForm {
    private static final Pattern MEMBER = Pattern.compile("'((?:[^']|'')*)'");

    private final boolean isSet;
    private final List<String> members = new ArrayList<>();

    /** @param declared the declaration, such as {@code set('a','b')} */
    MariaDbMembers(String declared) {
        this.isSet = declared.regionMatches(true, 0, "set(", 0, 4);
        Matcher member = MEMBER.matcher(declared);
        while (member.find()) {
            members.add(member.group(1).replace("''", "'"));
        }
    }

    @Override
    public String text(JsonNode value, ZoneId zone) {
        if (!isSet) {
            String text = ValueText.of(value).stripTrailing();
            int place = place(text);
            return place < 0 ? text : members.get(place);
        }
        List<String> wanted = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> wanted.add(ValueText.of(element)));
        } else {
            wanted.addAll(List.of(ValueText.of(value).split(",", -1)));
        }
        TreeSet<Integer> places = new TreeSet<>();
        for (String text : wanted) {
            if (text.isEmpty() && wanted.size() == 1) {
                return "";
            }
            int place = place(text.strip());
            if (place < 0) {
                throw new IllegalArgumentException();
            }
            places.add(place);
        }
        return String.join(",", places.stream().map(members::get).toList());
    }

    private int place(String text) {
        int place = members.indexOf(text);
        for (int i = 0; place < 0 && i < members.size(); i++) {
            place = members.get(i).equalsIgnoreCase(text) ? i : -1;
        }
        return place;
    }
}
