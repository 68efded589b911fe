package dev.syncline.run.phase;

import dev.syncline.judge.DeleteGuard;

/**
 * How many of the records that the target has the source does not know any more; the cursor of the phases that count them
 * and that tell the target.
 *
 * @param asked how many the source was asked for
 * @param gone how many of them it does not have
 * @param after the last key of the page before; null at the beginning
 */
record Vanished(long asked, long gone, String after) {
    static Vanished parse(String cursor) {
        if (cursor == null) {
            return new Vanished(0, 0, null);
        }
        String[] parts = cursor.split(" ", 3);
        if (parts.length < 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            return new Vanished(0, 0, cursor); // a key: of a version that did not count
        }
        return new Vanished(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts.length < 3 ? null : parts[2]);
    }

    Vanished plus(int moreAsked, int moreGone, String last) {
        return new Vanished(asked + moreAsked, gone + moreGone, last);
    }

    Vanished at(String last) {
        return new Vanished(asked, gone, last);
    }

    boolean isMoreThan(int percent) {
        return DeleteGuard.isTooMany(gone, asked, percent);
    }

    String reason(int percent) {
        return DeleteGuard.reason(gone, asked, percent);
    }

    @Override
    public String toString() {
        return asked + " " + gone + (after == null ? "" : " " + after);
    }
}
