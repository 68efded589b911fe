package dev.syncline.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Parses PostgreSQL's text of an array of any depth: {@code {{1,2},{3,NULL}}}, {@code [0:1]={"a,b","\"c\""}}. */
final class PostgresArray {
    private final String text;
    private final char delimiter;
    private final Function<String, Object> element;
    private int at;

    private PostgresArray(String text, char delimiter, Function<String, Object> element) {
        this.text = text;
        this.delimiter = delimiter;
        this.element = element;
    }

    /**
     * @param element makes a value of the text of an element
     * @return nested lists; without bounds other than 1
     */
    static List<Object> parse(String text, char delimiter, Function<String, Object> element) {
        return new PostgresArray(text, delimiter, element).list();
    }

    private List<Object> list() {
        at = text.indexOf('{');
        Deque<List<Object>> open = new ArrayDeque<>();
        while (true) {
            char c = text.charAt(at);
            if (c == '{') {
                open.push(new ArrayList<>());
                at++;
            } else if (c == '}') {
                List<Object> done = open.pop();
                at++;
                if (open.isEmpty()) {
                    return done;
                }
                open.peek().add(done);
            } else if (c == delimiter) {
                at++;
            } else {
                open.peek().add(c == '"' ? element.apply(quoted()) : bare());
            }
        }
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            value.append(text.charAt(at));
        }
        at++;
        return value.toString();
    }

    private Object bare() {
        int from = at;
        while (text.charAt(at) != delimiter && text.charAt(at) != '}') {
            at++;
        }
        String value = text.substring(from, at);
        return value.equals("NULL") ? null : element.apply(value);
    }
}
