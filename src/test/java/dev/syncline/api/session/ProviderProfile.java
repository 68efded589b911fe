package dev.syncline.api.session;

import dev.syncline.support.OidcProviderResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** Sign-in by OpenID Connect is on, beside users of the configuration. */
public class ProviderProfile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcProviderResource.class));
    }
}
