package dev.syncline.judge;

/** Text from outside, made fit for a text column. */
final class Text {
    private Text() {}

    /** No longer than that, and without the NUL characters that PostgreSQL does not take. */
    static String bounded(String text, int length) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "\u2400");
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }
}
