package dev.syncline.secret;

/**
 * Tells where a text may hold credentials, from few characters: to search all text for them by a regular expression would cost
 * more than to read it. What the expression finds, one of these stands in.
 */
final class CredentialMarks {
    private static final String[] PARAMETERS = {"password", "pwd", "token", "access_token", "client_secret"};

    private CredentialMarks() {}

    /** Whether {@link #isAt} may be true of a place that has this character. */
    static boolean isMark(char c) {
        return "zZbB=@".indexOf(c) >= 0;
    }

    /**
     * Whether credentials may stand around that place, by what they are told by: {@code authorization} at its z,
     * {@code bearer} at its b, {@code ?token=} and {@code ://user:secret@} at their ends.
     */
    static boolean isAt(String text, int place) {
        return switch (text.charAt(place)) {
            case 'z', 'Z' -> isWord(text, place - 7, "authorization");
            case 'b', 'B' -> isWord(text, place, "bearer");
            case '=' -> isParameter(text, place);
            case '@' -> isBehindUser(text, place);
            default -> false;
        };
    }

    private static boolean isWord(String text, int place, String word) {
        return text.regionMatches(true, place, word, 0, word.length());
    }

    private static boolean isParameter(String text, int end) {
        for (String name : PARAMETERS) {
            int before = end - name.length() - 1;
            if (before >= 0
                    && "?&;".indexOf(text.charAt(before)) >= 0
                    && text.regionMatches(true, before + 1, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address with a user and something behind a colon ends there. */
    private static boolean isBehindUser(String text, int end) {
        boolean hasColon = false;
        for (int i = end - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '/') {
                return hasColon && text.startsWith("://", i - 2);
            } else if (c == '@' || c == '"' || c == '\'' || c == ' ' || c >= '\t' && c <= '\r') {
                return false;
            }
            hasColon |= c == ':';
        }
        return false;
    }
}
