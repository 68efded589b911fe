package dev.syncline.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the regular expressions in a JSONata expression. Their cost is bounded only as arguments of the functions in
 * {@link #TAKING}, so they are allowed only there.
 */
public final class RegexLiterals {
    private static final Set<String> TAKING = Set.of("$match", "$contains", "$replace", "$split");
    private static final String EVAL = "$eval";

    /** A slash after one of these begins a regular expression; after anything else it divides. */
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

    /** Returns whether an expression may call a function that takes regular expressions. */
    public static boolean mayBeIn(String expression) {
        return TAKING.stream().anyMatch(expression::contains);
    }

    /**
     * Returns why the expression is not allowed, because of a regular expression in it or one that it may create; empty
     * if it is allowed.
     */
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
            fault = "it calls $eval, which turns a value of a record into an expression";
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

    /** Reads a literal to the end that the library sees: an unescaped slash outside of brackets. */
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
                    + " is not an argument of $match, $contains, $replace or $split";
        }
        at++;
        behind('a', "");
    }

    private void behind(char last, String lastName) {
        before = last;
        name = lastName;
    }
}
