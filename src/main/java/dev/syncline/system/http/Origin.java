package dev.syncline.system.http;

import dev.syncline.system.Systems;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an address leads: scheme, host and port. Calls to another origin than the system's are not made. */
public final class Origin {
    private static final int MOST_SHOWN = 100;

    private Origin() {}

    /**
     * Returns a link of a system's answer as an address that may be called.
     *
     * @param base the address that the answer came from
     * @return empty if it leads to another origin, which is neither the system's nor one of its {@code origins}
     */
    public static Optional<URI> allowed(Systems systems, String system, URI base, String link) {
        URI address;
        try {
            String given = link.strip();
            address = given.startsWith("?")
                    ? URI.create(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + given)
                    : base.resolve(given);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Stream<String> known = Stream.concat(
                Stream.of(systems.url(system)),
                systems.setting(system, "origins").stream().flatMap(list -> Arrays.stream(list.split(","))));
        return known.map(String::strip).anyMatch(one -> isSame(URI.create(one), address))
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Whether both have the same scheme, host and port. */
    static boolean isSame(URI one, URI other) {
        return one.getHost() != null
                && other.getUserInfo() == null
                && shown(one).equals(shown(other));
    }

    /** Returns scheme, host and port of an address; the text itself, cut, if it is none. */
    public static String shown(String address) {
        try {
            return shown(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            String line = address.replaceAll("\\p{Cntrl}", " ");
            return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN - 1) + "…";
        }
    }

    /** Returns scheme, host and port of an address. */
    public static String shown(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
