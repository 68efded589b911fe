package dev.syncline.page.paging;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which APIs page: the values of the parameter {@code paging} of {@code http-read}. */
public enum PagingWay {
    /** The answer gives a cursor, which is a query parameter of the next call. */
    CURSOR,
    /** The calls count pages. */
    PAGE,
    /** The calls say how many records to skip. */
    OFFSET,
    /** The header Link of the answer holds the address of the next page. */
    LINK,
    /** A field of the answer holds it. */
    NEXT_LINK,
    /** The calls name a field of the last record that was read. */
    KEYSET,
    /** One answer holds everything. */
    NONE;

    /** @throws IllegalArgumentException if it is none */
    public static PagingWay of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns all of them as they are written, with commas. */
    public static String all() {
        return Arrays.stream(values()).map(PagingWay::toString).collect(Collectors.joining(", "));
    }

    /** Whether the next call is the address that the answer gives. */
    public boolean isLink() {
        return this == LINK || this == NEXT_LINK;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
