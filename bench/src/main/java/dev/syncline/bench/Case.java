package dev.syncline.bench;

/** What is measured. */
enum Case {
    FIRST_LOAD("first load", "created"),
    ALL_CHANGED("all rows changed", "updated"),

    /** Everything is read and compared, nothing is to be sent; a program that compares nothing sends everything. */
    NOTHING_CHANGED("nothing changed", "unchanged");

    private final String title;
    private final String answer;

    Case(String title, String answer) {
        this.title = title;
        this.answer = answer;
    }

    String title() {
        return title;
    }

    /** What the sink says of each record, and what a program that counts must have counted. */
    String answer() {
        return answer;
    }
}
