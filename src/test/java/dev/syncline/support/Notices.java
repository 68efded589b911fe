package dev.syncline.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What suppliers send to the program by themselves, signed with the secrets of the sandbox. */
public final class Notices {
    public static final String HEADER = "X-Hub-Signature-256";

    private Notices() {}

    public static String secret(String supplier) {
        return supplier + "-notification-secret";
    }

    public static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Response send(String supplier, String body) {
        return send(supplier, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response send(String supplier, byte[] body) {
        return send(supplier, body, given().contentType("application/octet-stream"));
    }

    /** @param call with its headers; the signature is added */
    public static Response send(String supplier, byte[] body, RequestSpecification call) {
        return call.header(HEADER, signature(secret(supplier), body))
                .body(body)
                .post("/api/suppliers/" + supplier + "/notifications");
    }

    /** The number of the run that an answer names; null for none. */
    public static Long run(Response answer) {
        String location = answer.header("Location");
        return location == null ? null : Long.valueOf(location.substring(location.lastIndexOf('/') + 1));
    }
}
