package dev.syncline.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * The regular expressions that stand in a JSONata expression. What they cost is bounded where a function of {@link #TAKING}
 * takes them, and nowhere else, so they may stand nowhere else.
 */
public final class RegexLiterals {
    private static final Set<String> TAKING = Set.of("$match", "$contains", "$replace", "$split");
    private static final String EVAL = "$eval";

    /** A slash behind one of these is the beginning of a regular expression, behind anything else a division. */
    private static final String OPENING = "(,:=>[{;?!&|~";

    private final String text;
    private final Deque<String> brackets = new ArrayDeque<>();
    private int at;
    private char before = '(';
    private String name = "";
    private String fault;

    private RegexLiterals(String text) {
        this.text = text;
    }

    /** Whether an expression may call what takes regular expressions. */
    public static boolean mayBeIn(String expression) {
        return TAKING.stream().anyMatch(expression::contains);
    }

    /** Why the expression may not be used, for a regular expression in it or one that it may make; empty where it may. */
    public static Optional<String> fault(String expression) {
        RegexLiterals literals = new RegexLiterals(expression);
        literals.read();
        return Optional.ofNullable(literals.fault);
    }

    private void read() {
        while (at < text.length() && fault == null) {
            char one = text.charAt(at);
            if (Character.isWhitespace(one)) {
                at++;
            } else if (one == '"' || one == '\'' || one == '`') {
                quoted(one);
            } else if (one == '/' && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (one == '/' && OPENING.indexOf(before) >= 0) {
                literal();
            } else if (one == '$' || Character.isLetterOrDigit(one) || one == '_') {
                name();
            } else {
                sign(one);
            }
        }
    }

    private void quoted(char quote) {
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
        }
        at++;
        behind(quote, "");
    }

    private void name() {
        int begin = at;
        do {
            at++;
        } while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '$'));
        behind('a', text.substring(begin, at));
        if (name.equals(EVAL)) {
            fault = "it calls $eval, which makes an expression of what a record holds";
        }
    }

    private void sign(char one) {
        if (one == '(' || one == '[' || one == '{') {
            brackets.push(one == '(' ? name : "");
        } else if ((one == ')' || one == ']' || one == '}') && !brackets.isEmpty()) {
            brackets.pop();
        }
        at++;
        behind(one, "");
    }

    /** Ends where the library sees its end: at a slash that is not escaped, outside of brackets. */
    private void literal() {
        int begin = at;
        int depth = 0;
        for (at++; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '\\') {
                at++;
            } else if (one == '(' || one == '[' || one == '{') {
                depth++;
            } else if (one == ')' || one == ']' || one == '}') {
                depth--;
            } else if (one == '/' && depth == 0) {
                break;
            }
        }
        if (brackets.isEmpty() || !TAKING.contains(brackets.peek())) {
            fault = "the regular expression " + text.substring(begin, Math.min(at + 1, text.length()))
                    + " is no argument of $match, $contains, $replace or $split";
        }
        at++;
        behind('a', "");
    }

    private void behind(char last, String lastName) {
        before = last;
        name = lastName;
    }
}
