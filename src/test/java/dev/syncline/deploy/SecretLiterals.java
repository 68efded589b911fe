package dev.syncline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds secrets that are written out in a manifest or kustomization instead of being referred to. */
final class SecretLiterals {
    private static final Pattern SECRET_NAME =
            Pattern.compile("PASSWORD|PASSWD|TOKEN|SECRET|CREDENTIAL|PRIVATE_?KEY|API_?KEY", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_IN_TEXT =
            Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@|(password|passwd|token|secret)=\\S", Pattern.CASE_INSENSITIVE);

    private SecretLiterals() {}

    /** What is wrong in the document, a sentence each; empty when nothing is. */
    static List<String> in(JsonNode document) {
        List<String> found = new ArrayList<>();
        String kind = document.path("kind").asText();
        if (kind.equals("Secret")) {
            for (String field : List.of("data", "stringData")) {
                document.path(field)
                        .fieldNames()
                        .forEachRemaining(key -> found.add(field + "." + key + " has a value"));
            }
        }
        if (kind.equals("ConfigMap")) {
            document.path("data").fieldNames().forEachRemaining(key -> checkName(key, "data." + key, found));
        }
        if (!document.path("secretGenerator").isEmpty()) {
            found.add("secretGenerator makes a Secret of what is in the repository");
        }
        walk(document, "", found);
        return found;
    }

    private static void walk(JsonNode node, String path, List<String> found) {
        if (node.isObject()) {
            if (node.path("value").isValueNode() && !node.path("value").asText().isEmpty()) {
                checkName(node.path("name").asText(), path + ".value", found);
            }
            node.properties().forEach(field -> walk(field.getValue(), path + "." + field.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[" + i + "]", found);
            }
        } else if (node.isTextual() && SECRET_IN_TEXT.matcher(node.asText()).find()) {
            found.add(path + " holds a password or token");
        } else if (path.contains(".literals[")) {
            checkName(node.asText().split("=", 2)[0], path, found);
        }
    }

    /** A name of a file, which is mounted from a Secret, is none. */
    private static void checkName(String name, String path, List<String> found) {
        if (SECRET_NAME.matcher(name).find() && !name.endsWith("_FILE")) {
            found.add(path + " gives '" + name + "' a value: take it from a Secret");
        }
    }
}
