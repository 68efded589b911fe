package dev.syncline.system.check;

import dev.syncline.system.Systems;
import dev.syncline.system.check.CheckResult.Outcome;
import dev.syncline.system.http.client.SystemClients;
import dev.syncline.system.http.signin.SignIns;
import dev.syncline.system.http.signin.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/** Checks an HTTP system by a GET that changes nothing, of its address or of the path that its setting names. */
@ApplicationScoped
class HttpCheck {
    private static final Set<Integer> SIGN_IN = Set.of(401, 403, 407);

    private final Systems systems;
    private final SystemClients clients;
    private final SignIns signIns;

    HttpCheck(Systems systems, SystemClients clients, SignIns signIns) {
        this.systems = systems;
        this.clients = clients;
        this.signIns = signIns;
    }

    String tries(String system) {
        return "GET " + ShownAddress.of(address(system))
                + (hasSignIn(system) ? ", signed in as configured" : ", without a sign-in: none is configured");
    }

    Answer ask(String system, Duration longest) {
        HttpGet call = new HttpGet(address(system));
        call.setHeader("Accept", "application/json");
        call.setConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(longest)).build());
        try (CloseableHttpClient client = clients.open(system)) {
            signIns.sign(system, call);
            try (ClassicHttpResponse answer = client.executeOpen(RoutingSupport.determineHost(call), call, null)) {
                return answer(system, answer.getCode());
            }
        } catch (TokenRefused e) {
            return new Answer(Outcome.REFUSED, e.getMessage());
        } catch (SocketTimeoutException e) {
            return Answer.silent(longest);
        } catch (IOException | HttpException e) {
            return Answer.of(e);
        }
    }

    private Answer answer(String system, int status) {
        String settings = "syncline.systems." + system;
        String said = "It answered " + status;
        if (SIGN_IN.contains(status)) {
            return new Answer(
                    Outcome.REFUSED,
                    said
                            + (hasSignIn(system)
                                    ? ": it does not take the sign-in. Check " + settings + ".token or .auth"
                                    : ": it wants a sign-in. Set " + settings + ".token or .auth"));
        } else if (status >= 500 || status == 429) {
            return new Answer(
                    Outcome.FAILED,
                    said + (status == 429 ? ": it is called too often" : ": it is there, and failed")
                            + ". Test it again later, and look at its own log");
        } else if (status >= 300 && status < 400) {
            return new Answer(Outcome.FAILED, said + ": it sends callers elsewhere. Correct " + settings + ".url");
        } else if (status >= 400) {
            return new Answer(
                    Outcome.REACHED,
                    said + ": it is there. This address does not show whether it takes the sign-in; " + settings
                            + ".check-path names one that does");
        }
        return new Answer(Outcome.REACHED, said + ": it is there");
    }

    private boolean hasSignIn(String system) {
        return systems.setting(system, "token").isPresent()
                || systems.setting(system, "auth.token").isPresent()
                || systems.setting(system, "auth.type").isPresent();
    }

    private String address(String system) {
        return systems.url(system) + systems.checkPath(system).orElse("");
    }
}
