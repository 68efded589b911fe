package dev.syncline.system.http.signin;

import dev.syncline.system.Systems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Signs calls with an HMAC: what is signed, and the headers that hold the signature, are templates. */
record HmacSignature(Systems systems, String system, Clock clock) implements SignIn {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

    /** Headers are lines; on one line they are parted by semicolons. */
    private static final Pattern BETWEEN_HEADERS = Pattern.compile("\\R|\\\\n|;\\s*(?=[A-Za-z0-9-]+:)");

    @Override
    public void sign(ClassicHttpRequest request) throws IOException {
        Map<String, Supplier<String>> values = values(request, body(request));
        String signed = filled(required("sign").replace("\\n", "\n"), values, "auth.sign");
        String signature = signature(signed);
        values.put("signature", () -> signature);
        for (String header : BETWEEN_HEADERS.split(required("headers"))) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw invalid("auth.headers", "'" + header.strip() + "' is no header, as X-Signature: {signature} is");
            }
            request.setHeader(
                    header.substring(0, colon).strip(),
                    filled(header.substring(colon + 1).strip(), values, "auth.headers"));
        }
    }

    private Map<String, Supplier<String>> values(ClassicHttpRequest request, byte[] body) {
        Instant now = clock.instant();
        String path = request.getPath();
        int query = path.indexOf('?');
        String nonce = UUID.randomUUID().toString();
        Map<String, Supplier<String>> values = new LinkedHashMap<>();
        values.put("method", request::getMethod);
        values.put("path", () -> query < 0 ? path : path.substring(0, query));
        values.put("query", () -> query < 0 ? "" : path.substring(query + 1));
        values.put("path-query", () -> path);
        values.put(
                "host",
                () -> request.getAuthority() == null
                        ? ""
                        : request.getAuthority().toString());
        values.put("client-id", () -> required("client-id"));
        values.put("timestamp", () -> Long.toString(now.getEpochSecond()));
        values.put("timestamp-millis", () -> Long.toString(now.toEpochMilli()));
        values.put("iso-time", () -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("http-date", () -> DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
        values.put("nonce", () -> nonce);
        values.put("body", () -> new String(body, StandardCharsets.UTF_8));
        values.put("body-sha256", () -> digest("SHA-256", body));
        values.put("body-md5", () -> digest("MD5", body));
        return values;
    }

    private String filled(String template, Map<String, Supplier<String>> values, String setting) {
        Matcher name = NAME.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (name.find()) {
            Supplier<String> value = values.get(name.group(1));
            if (value == null) {
                throw invalid(
                        setting,
                        "{" + name.group(1) + "} is not known; known are {" + String.join("}, {", values.keySet())
                                + "}");
            }
            name.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return name.appendTail(filled).toString();
    }

    private String signature(String text) {
        String algorithm = systems.setting(system, "auth.algorithm").orElse("HmacSHA256");
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key(), algorithm));
            return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw invalid(
                    "auth.algorithm", "'" + algorithm + "' is not known; known are HmacSHA256, HmacSHA512, HmacSHA1");
        }
    }

    private byte[] key() {
        String secret = required("secret");
        return switch (systems.setting(system, "auth.secret-form").orElse("text")) {
            case "text" -> secret.getBytes(StandardCharsets.UTF_8);
            case "base64" -> Base64.getDecoder().decode(secret);
            case "hex" -> HexFormat.of().parseHex(secret);
            default -> throw invalid("auth.secret-form", "it is none of text, base64 and hex");
        };
    }

    private String digest(String algorithm, byte[] body) {
        try {
            return encoded(MessageDigest.getInstance(algorithm).digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String encoded(byte[] bytes) {
        return switch (systems.setting(system, "auth.encoding").orElse("hex")) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            default -> throw invalid("auth.encoding", "it is neither hex nor base64");
        };
    }

    private static byte[] body(ClassicHttpRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.getEntity() != null) {
            request.getEntity().writeTo(body);
        }
        return body.toByteArray();
    }

    private String required(String name) {
        return systems.required(system, "auth." + name);
    }

    private IllegalArgumentException invalid(String setting, String problem) {
        return new IllegalArgumentException("syncline.systems." + system + "." + setting + ": " + problem);
    }
}
