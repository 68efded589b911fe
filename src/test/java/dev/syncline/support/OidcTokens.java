package dev.syncline.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes the tokens of an {@link OidcProvider}, and by their kind such as are not to be accepted. */
final class OidcTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RsaJsonWebKey key = key("main");
    private final RsaJsonWebKey strange = key("main"); // with the same id, another key

    String publicKeys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String made(String kind, Map<String, Object> said) throws IOException {
        Map<String, Object> claims = new LinkedHashMap<>(said);
        long now = Instant.now().getEpochSecond();
        switch (kind) {
            case "wrong-issuer" -> claims.put("iss", "https://elsewhere.example.com");
            case "wrong-audience" -> claims.put("aud", "another-program");
            case "no-audience" -> claims.remove("aud");
            case "expired" -> claims.put("exp", now - 3_600);
            case "not-yet" -> claims.put("nbf", now + 3_600);
            case "no-groups" -> claims.remove("groups");
            default -> {}
        }
        return switch (kind) {
            case "wrong-signature" -> signed(strange, AlgorithmIdentifiers.RSA_USING_SHA256, claims);
            case "none" -> signed(null, AlgorithmIdentifiers.NONE, claims);
            case "hmac-by-public-key" -> signed(key, AlgorithmIdentifiers.HMAC_SHA256, claims);
            case "tampered" -> tampered(signed(key, AlgorithmIdentifiers.RSA_USING_SHA256, claims));
            default -> signed(key, AlgorithmIdentifiers.RSA_USING_SHA256, claims);
        };
    }

    /** What a token says: of the provider at that address, about the person of the settings. */
    Map<String, Object> claims(String issuer, Map<String, String> settings) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", OidcProvider.CLIENT);
        claims.put("sub", "id-of-" + settings.getOrDefault("person", "nobody"));
        claims.put("preferred_username", settings.getOrDefault("person", "nobody"));
        claims.put("iat", now);
        claims.put("exp", now + Long.parseLong(settings.getOrDefault("seconds", "300")));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("groups", List.of(settings.getOrDefault("groups", "").split(",")));
        return claims;
    }

    private static String signed(RsaJsonWebKey signer, String algorithm, Map<String, Object> claims)
            throws IOException {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(JSON.writeValueAsString(claims));
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setDoKeyValidation(false);
            if (signer != null) {
                signature.setKeyIdHeaderValue(signer.getKeyId());
                signature.setKey(
                        algorithm.equals(AlgorithmIdentifiers.HMAC_SHA256)
                                ? new HmacKey(signer.getPublicKey().getEncoded())
                                : signer.getPrivateKey());
            }
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    /** With other content under the same signature. */
    private static String tampered(String token) throws IOException {
        String[] parts = token.split("\\.");
        Map<String, Object> claims =
                JSON.readValue(Base64.getUrlDecoder().decode(parts[1]), new TypeReference<Map<String, Object>>() {});
        claims.put("preferred_username", "somebody-else");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(claims)) + "."
                + parts[2];
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
