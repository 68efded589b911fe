package dev.syncline.system.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header Link of an answer (RFC 8288), as {@code <https://api.example/items?page=2>; rel="next"} is. */
public final class LinkHeader {
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^;,=\\s]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)");
    private static final Pattern NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\s*(?:$|;))");

    private LinkHeader() {}

    /**
     * Returns the address of the next page.
     *
     * @param header its text, or a list of texts where the answer has several; may be null
     * @return null if the header names none
     */
    public static String next(Object header) {
        if (header instanceof List<?> several) {
            return several.stream()
                    .map(LinkHeader::next)
                    .filter(link -> link != null)
                    .findFirst()
                    .orElse(null);
        }
        Matcher link = LINK.matcher(header == null ? "" : header.toString());
        while (link.find()) {
            if (NEXT.matcher(link.group(2)).find()) {
                return link.group(1);
            }
        }
        return null;
    }
}
