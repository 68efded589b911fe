package dev.syncline.page;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions of a map that take a regular expression, within the limits of the map: a partner's text can make one try for
 * ever. Each first looks for its matches in a text that counts, and then has the library do its work, which takes as long.
 */
final class MapRegex {
    private final Runnable looked;

    /** @param looked called for each look at a character; throws where it was one too many */
    MapRegex(Runnable looked) {
        this.looked = looked;
    }

    void bind(Jsonata.Frame frame) {
        frame.bind("contains", new Bounded("contains", "<s-(sf):b>", given -> {
            tryOut(text(given), at(given, 1));
            return Functions.contains(text(given), at(given, 1));
        }));
        frame.bind("match", new Bounded("match", "<s-f<s:o>n?:a<o>>", given -> {
            tryOut(text(given), at(given, 1));
            return Functions.match(text(given), (Pattern) at(given, 1), limit(given, 2));
        }));
        frame.bind("replace", new Bounded("replace", "<s-(sf)(sf)n?:s>", given -> {
            return replace(text(given), at(given, 1), at(given, 2), limit(given, 3));
        }));
        frame.bind("split", new Bounded("split", "<s-(sf)n?:a<s>>", given -> {
            tryOut(text(given), at(given, 1));
            return Functions.split(text(given), at(given, 1), limit(given, 2));
        }));
    }

    /** Has the name and the parameters of the library's own function, which it needs to be applied in part. */
    private static final class Bounded extends JFunction {
        private final Function<List<?>, Object> body;

        private Bounded(String name, String signature, Function<List<?>, Object> body) {
            super(name, signature, Functions.class, null, name);
            this.body = body;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the library declares it
        public Object call(Object input, List given) {
            return body.apply((List<?>) given);
        }
    }

    private static String text(List<?> given) {
        return (String) at(given, 0);
    }

    private static Integer limit(List<?> given, int index) {
        return at(given, index) instanceof Number number ? (Integer) number.intValue() : null;
    }

    private static Object at(List<?> given, int index) {
        return index < given.size() ? given.get(index) : null;
    }

    private String replace(String text, Object token, Object by, Integer limit) {
        if (text == null || limit == null || limit < 0) {
            tryOut(text, token);
            return Functions.replace(text, token, by, limit);
        } else if (token instanceof String literal && !literal.isEmpty() && by instanceof String words) {
            return replaceLiterals(text, literal, words, limit); // the library would read a regular expression
        }
        // The library looks at what it has made so far, one replacement after the other, and so does this.
        String made = text;
        for (int i = 0; i < limit; i++) {
            looked.run();
            if (token instanceof Pattern pattern && !matcher(made, pattern).find()) {
                return made;
            }
            made = Functions.replace(made, token, by, 1);
        }
        return made;
    }

    private static String replaceLiterals(String text, String literal, String by, int most) {
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (int i = 0; i < most; i++) {
            int next = text.indexOf(literal, from);
            if (next < 0) {
                break;
            }
            made.append(text, from, next).append(by);
            from = next + literal.length();
        }
        return made.append(text, from, text.length()).toString();
    }

    /** Looks for all matches where it is a regular expression. */
    private void tryOut(String text, Object token) {
        if (text != null && token instanceof Pattern pattern) {
            Matcher matcher = matcher(text, pattern);
            boolean isFound;
            do {
                isFound = matcher.find();
            } while (isFound);
        }
    }

    private Matcher matcher(String text, Pattern pattern) {
        return pattern.matcher(new WatchedText(text, looked));
    }
}
