package dev.syncline.page;

/** A text that tells of each look at one of its characters: that is what a regular expression costs. */
record WatchedText(String text, Runnable looked) implements CharSequence {
    @Override
    public char charAt(int index) {
        looked.run();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
