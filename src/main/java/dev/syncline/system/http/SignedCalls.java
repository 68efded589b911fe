package dev.syncline.system.http;

import dev.syncline.system.http.signin.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Makes a call signed in: once more if the system refused what signed it in and that could be renewed, and again where a
 * read is redirected within the system's origin.
 */
@ApplicationScoped
class SignedCalls {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;
    private static final int UNAUTHORIZED = 401;

    private final SignIns signIns;

    SignedCalls(SignIns signIns) {
        this.signIns = signIns;
    }

    ClassicHttpResponse proceed(String system, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpRequest asked = request;
        for (int redirects = 0; ; redirects++) {
            ClassicHttpResponse answer = signed(system, asked, scope, chain);
            Header location = REDIRECTS.contains(answer.getCode()) ? answer.getFirstHeader("Location") : null;
            if (location == null) {
                return answer;
            }
            EntityUtils.consume(answer.getEntity());
            answer.close();
            asked = redirected(system, asked, location.getValue(), redirects);
        }
    }

    private ClassicHttpResponse signed(
            String system, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpRequest first = ClassicRequestBuilder.copy(request).build();
        signIns.sign(system, first);
        ClassicHttpResponse answer = chain.proceed(first, scope);
        boolean isRepeatable =
                request.getEntity() == null || request.getEntity().isRepeatable();
        if (answer.getCode() != UNAUTHORIZED || !isRepeatable || !signIns.renew(system, first)) {
            return answer;
        }
        EntityUtils.consume(answer.getEntity());
        answer.close();
        ClassicHttpRequest second = ClassicRequestBuilder.copy(request).build();
        signIns.sign(system, second);
        return chain.proceed(second, scope);
    }

    private static ClassicHttpRequest redirected(String system, ClassicHttpRequest request, String location, int before)
            throws IOException {
        try {
            URI from = request.getUri();
            URI to = from.resolve(location.strip());
            if (!Origin.isSame(from, to)) {
                throw RedirectRefused.elsewhere(system, from, to);
            } else if (!request.getMethod().equals("GET")) {
                throw RedirectRefused.ofWrite(system, request.getMethod(), to);
            } else if (before == MOST_REDIRECTS) {
                throw RedirectRefused.endless(system, to);
            }
            ClassicHttpRequest next = ClassicRequestBuilder.copy(request).build();
            next.setUri(to);
            return next;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("System " + system + " redirects to what is no address", e);
        }
    }
}
