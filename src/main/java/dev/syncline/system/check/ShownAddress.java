package dev.syncline.system.check;

import dev.syncline.secret.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a system as people may see it: without user, password and parameters. An address of another form than
 * these is not shown at all, as any part of it may be a secret.
 */
public final class ShownAddress {
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d+)?";
    private static final String HOSTS = HOST + "(?:," + HOST + ")*(?:\\\\[A-Za-z0-9_$-]+)?(?::\\d+)?";
    private static final Pattern URL =
            Pattern.compile("(?i)(https?:|jdbc:[a-z]+:)//(?:[^/@?#;\\s]*@)?(" + HOSTS + ")(/[^?#;@\\s]*)?([?#;].*)?");
    private static final Pattern ORACLE = Pattern.compile(
            "(?i)(jdbc:oracle:thin:)(?:[^@\\s]*)@((?://)?" + HOST + "(?:[:/][A-Za-z0-9._$-]+)?)([?#;].*)?");
    private static final Pattern DATABASE = Pattern.compile("(?i);database(?:name)?=([A-Za-z0-9._$-]+)(?:;.*)?");

    private ShownAddress() {}

    public static String of(String address) {
        Matcher oracle = ORACLE.matcher(address);
        if (oracle.matches()) {
            return Secrets.masked(oracle.group(1) + "@" + oracle.group(2));
        }
        Matcher url = URL.matcher(address);
        if (!url.matches()) {
            return "(not shown: it has a form in which any part may be a password)";
        }
        String path = url.group(3) == null ? "" : url.group(3);
        return Secrets.masked(url.group(1) + "//" + url.group(2) + path + database(url.group(4)));
    }

    /** SQL Server names the database among the parameters. */
    private static String database(String parameters) {
        Matcher found = DATABASE.matcher(parameters == null ? "" : parameters);
        return found.find() ? ";databaseName=" + found.group(1) : "";
    }
}
