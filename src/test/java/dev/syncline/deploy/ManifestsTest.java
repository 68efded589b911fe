package dev.syncline.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Path DEPLOYMENT = Path.of("k8s/base/deployment.yaml");

    static List<Path> manifests() {
        return DeploymentFiles.manifests();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void parsesStrictly(Path file) {
        List<JsonNode> documents = DeploymentFiles.documents(file);
        assertFalse(documents.isEmpty(), file + " is empty");
        documents.forEach(manifest -> StrictModel.read(file.toString(), manifest));
    }

    @Test
    void baseHoldsWhatADeploymentNeeds() {
        Set<String> kinds = new TreeSet<>();
        manifests().stream()
                .filter(file -> file.startsWith("k8s/base"))
                .flatMap(file -> DeploymentFiles.documents(file).stream())
                .forEach(manifest -> kinds.add(manifest.path("kind").asText()));
        assertEquals(
                Set.of(
                        "Deployment",
                        "Service",
                        "ServiceAccount",
                        "Role",
                        "RoleBinding",
                        "PodDisruptionBudget",
                        "NetworkPolicy",
                        "ServiceMonitor",
                        "PrometheusRule"),
                kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "readinessProbe:, readynessProbe:, spec.template.spec.containers[0].readynessProbe",
        "replicas: 2, replica: 2, spec.replica",
        "drop:, drops:, spec.template.spec.containers[0].securityContext.capabilities.drops",
        "name: syncline-users, nme: syncline-users, spec.template.spec.containers[0].envFrom[2].secretRef.nme",
        "replicas: 2, replicas: two, spec.replicas",
        "replicas: 2, replicas: '\"2\"', spec.replicas",
        "imagePullPolicy: IfNotPresent, imagePullPolicy: 5, spec.template.spec.containers[0].imagePullPolicy",
        "runAsNonRoot: true, runAsNonRoot: '\"true\"', spec.template.spec.securityContext.runAsNonRoot"
    })
    void refusesAMisspeltFieldAndAWrongTypeNamingFileAndField(String right, String wrong, String field)
            throws Exception {
        String yaml = Files.readString(DEPLOYMENT);
        assertTrue(yaml.contains(right), right);
        JsonNode manifest =
                StrictModel.documents("wrong.yaml", yaml.replace(right, wrong)).get(0);

        var error = assertThrows(AssertionError.class, () -> StrictModel.read("wrong.yaml", manifest));
        assertTrue(error.getMessage().startsWith("wrong.yaml: " + field + ":"), error.getMessage());
    }

    @Test
    void refusesAMisspeltFieldOfAServiceMonitor() throws Exception {
        String yaml = Files.readString(Path.of("k8s/base/service-monitor.yaml")).replace("interval:", "intervall:");
        JsonNode manifest = StrictModel.documents("wrong.yaml", yaml).get(0);

        var error = assertThrows(AssertionError.class, () -> StrictModel.read("wrong.yaml", manifest));
        assertTrue(error.getMessage().startsWith("wrong.yaml: spec.endpoints[0].intervall:"), error.getMessage());
    }

    @Test
    void refusesAMisspeltFieldOfAPrometheusRule() throws Exception {
        String yaml = Files.readString(Path.of("k8s/base/alerts.yaml")).replaceFirst("expr:", "exprs:");
        JsonNode manifest = StrictModel.documents("wrong.yaml", yaml).get(0);

        var error = assertThrows(AssertionError.class, () -> StrictModel.read("wrong.yaml", manifest));
        assertTrue(error.getMessage().startsWith("wrong.yaml: spec.groups[0].rules[0].exprs:"), error.getMessage());
    }

    @Test
    void refusesAnUnknownKindAndARepeatedKey() {
        JsonNode unknown = StrictModel.documents("wrong.yaml", "{apiVersion: apps/v1beta9, kind: Deployment}")
                .get(0);
        assertThrows(AssertionError.class, () -> StrictModel.read("wrong.yaml", unknown));
        assertThrows(AssertionError.class, () -> StrictModel.documents("wrong.yaml", "kind: Service\nkind: Secret\n"));
    }

    /** Each rule says who or where, and by which port; none is for all addresses. */
    @ParameterizedTest
    @MethodSource("manifests")
    void networkPoliciesGoByDestinationAndPort(Path file) {
        for (JsonNode policy : of(file, "NetworkPolicy")) {
            int rules = 0;
            for (String way : List.of("ingress:from", "egress:to")) {
                String[] words = way.split(":");
                for (JsonNode rule : policy.path("spec").path(words[0])) {
                    rules++;
                    assertFalse(rule.path(words[1]).isEmpty(), file + " names no " + words[1] + ": " + rule);
                    assertFalse(rule.path("ports").isEmpty(), file + " names no ports: " + rule);
                    rule.path("ports")
                            .forEach(port -> assertTrue(
                                    port.path("port").isInt() && port.has("protocol") && !port.has("endPort"),
                                    file + ": " + port));
                    rule.path(words[1]).forEach(place -> assertFalse(isAnywhere(place), file + ": " + place));
                }
            }
            assertTrue(rules > 0, file + " has no rules");
        }
    }

    private static boolean isAnywhere(JsonNode place) {
        String cidr = place.at("/ipBlock/cidr").asText();
        boolean isOpen = place.findValues("matchLabels").stream().allMatch(JsonNode::isEmpty);
        return cidr.endsWith("/0") || cidr.isEmpty() && isOpen;
    }

    @Test
    void anIngressHasACertificateForEachOfItsHostsAndLeavesHealthAndMetricsInside() {
        int paths = 0;
        for (Path file : manifests()) {
            for (JsonNode ingress : of(file, "Ingress")) {
                Set<String> verified = new TreeSet<>();
                ingress.at("/spec/tls").forEach(tls -> {
                    assertFalse(tls.path("secretName").asText().isEmpty(), file.toString());
                    tls.path("hosts").forEach(host -> verified.add(host.asText()));
                });
                for (JsonNode rule : ingress.at("/spec/rules")) {
                    assertTrue(verified.contains(rule.path("host").asText()), file + ": " + rule);
                    for (JsonNode path : rule.at("/http/paths")) {
                        paths++;
                        String prefix = path.path("path").asText();
                        assertFalse(prefix.equals("/") || prefix.startsWith("/q"), file + ": " + path);
                        assertEquals(
                                "http", path.at("/backend/service/port/name").asText(), "the API's port");
                    }
                }
            }
        }
        assertTrue(paths > 0);
    }

    private static List<JsonNode> of(Path file, String kind) {
        return DeploymentFiles.documents(file).stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    @Test
    void podsRunWithoutPrivilegesOnAReadOnlyRoot() {
        var deployment = (Deployment) StrictModel.read(
                DEPLOYMENT.toString(), DeploymentFiles.documents(DEPLOYMENT).get(0));
        var pod = deployment.getSpec().getTemplate().getSpec();
        var container = pod.getContainers().get(0).getSecurityContext();
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(1001, pod.getSecurityContext().getRunAsUser());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertFalse(pod.getAutomountServiceAccountToken());
        assertTrue(container.getReadOnlyRootFilesystem());
        assertFalse(container.getAllowPrivilegeEscalation());
        assertEquals(List.of("ALL"), container.getCapabilities().getDrop());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void holdsNoSecret(Path file) {
        for (JsonNode manifest : DeploymentFiles.documents(file)) {
            assertEquals(List.of(), SecretLiterals.in(manifest), file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: Secret, stringData: {anything: v}}",
                "{kind: Secret, data: {anything: dg==}}",
                "{kind: ConfigMap, data: {SYNCLINE_SYSTEMS_RELAY_TOKEN: v}}",
                "{kind: Deployment, spec: {env: [{name: QUARKUS_DATASOURCE_PASSWORD, value: v}]}}",
                "{kind: Deployment, spec: {args: [-Dquarkus.datasource.password=v]}}",
                "{kind: Kustomization, secretGenerator: [{name: s, literals: [a=v]}]}",
                "{kind: Kustomization, configMapGenerator: [{name: c, literals: [SYNCLINE_USERS_ADMIN_PASSWORD=v]}]}",
                "{kind: Kustomization, configMapGenerator: [{name: c, literals: ['URL=https://me:v@host/']}]}"
            })
    void findsASecretThatIsWrittenOut(String yaml) {
        JsonNode document = StrictModel.documents("wrong.yaml", yaml).get(0);
        assertFalse(SecretLiterals.in(document).isEmpty(), yaml);
    }
}
