package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/** Notifies Syncline of a supplier's documents, signed with the supplier's secret. */
@ApplicationScoped
class SupplierNotifier {
    private final Config config;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    SupplierNotifier(Config config) {
        this.config = config;
    }

    /** Returns the answer of Syncline; a refusal is an answer, too. */
    ObjectNode notify(SupplierSystem supplier, URI syncline, String contentType, byte[] body) {
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        String secret = config.getValue("syncline.systems." + supplier.name() + ".notification-secret", String.class);
        HttpRequest request = HttpRequest.newBuilder(
                        syncline.resolve("/api/suppliers/" + supplier.name() + "/notifications"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .header("X-Hub-Signature-256", "sha256=" + signature(secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.put("status", response.statusCode()).put("body", response.body());
        } catch (IOException e) {
            return answer.putNull("status").put("body", "No answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.putNull("status").put("body", "Interrupted");
        }
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
