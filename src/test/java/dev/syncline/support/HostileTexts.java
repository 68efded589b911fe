package dev.syncline.support;

import java.util.List;

/** Texts that would be more than a text where they got into a header, a path, a template or an expression as they are. */
public final class HostileTexts {
    /** Is in all of them, and in nothing else. */
    public static final String MARK = "evil";

    public static final List<String> ALL = List.of(
            "x\r\nX-evil: 1",
            "x\nX-evil: 1\r\n\r\nGET /evil HTTP/1.1",
            "%0d%0aX-evil: 1",
            "../../evil",
            "..\\..\\evil",
            "..;/..;/evil",
            "evil/..",
            "%2e%2e%2f%2e%2e%2fevil",
            "..%2f..%2fevil",
            "/evil",
            "//evil/x",
            "http://evil/x",
            "evil?cursor=9&limit=0#top",
            "evil;jsessionid=1",
            "evil@evil",
            "{path}evil",
            "{key}{ref}{number}evil",
            "{{evil:evil}}",
            "${evil:-evil}",
            "${java:version}evil",
            "${body}evil",
            "#{evil}",
            "RAW(evil)",
            "$eval('\"evil\"')",
            "$string(evil)",
            "\"},{\"operation\":\"delete\",\"key\":\"evil",
            "evil ü€\u2028\u00a0",
            " evil ");

    private HostileTexts() {}
}
