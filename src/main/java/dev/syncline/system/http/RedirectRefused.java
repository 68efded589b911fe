package dev.syncline.system.http;

import dev.syncline.system.CallRefused;
import java.net.URI;

/** Thrown when a system answers a call by naming another address that Syncline does not call instead. */
public class RedirectRefused extends CallRefused {
    private RedirectRefused(String system, String problem) {
        super("System " + system + " redirects to " + problem);
    }

    static RedirectRefused elsewhere(String system, URI origin, URI address) {
        return new RedirectRefused(
                system,
                Origin.shown(address) + ", which is not " + Origin.shown(origin)
                        + ": what signs the call in is not sent there. If that is the system's address now, set"
                        + " syncline.systems." + system + ".url to it");
    }

    static RedirectRefused ofWrite(String system, String method, URI address) {
        return new RedirectRefused(
                system,
                address.getPath() + " when it is called by " + method
                        + ", and only reads follow a redirect. Name the address that it gives in syncline.systems."
                        + system
                        + ".url and the call of the system's file");
    }

    static RedirectRefused endless(String system, URI address) {
        return new RedirectRefused(system, address.getPath() + " after several other addresses, and gives no answer");
    }
}
