package dev.syncline.system.http.signin;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** How the calls to a system are signed in. */
interface SignIn {
    /** Adds to a call what signs it in. */
    void sign(ClassicHttpRequest request) throws IOException;

    /**
     * Renews what signs calls in, after the system refused a call with 401.
     *
     * @param refused the call as it was signed
     * @return whether the call is worth another try
     */
    default boolean renew(ClassicHttpRequest refused) throws IOException {
        return false;
    }
}
