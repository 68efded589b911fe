package dev.syncline.system.http.signin;

import dev.syncline.system.Systems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** A key in a header of a call, or in its query. */
record ApiKey(Systems systems, String system) implements SignIn {
    @Override
    public void sign(ClassicHttpRequest request) {
        String key = systems.required(system, "auth.api-key");
        Optional<String> parameter = systems.setting(system, "auth.query");
        if (parameter.isPresent()) {
            String path = request.getPath();
            request.setPath(path + (path.indexOf('?') < 0 ? '?' : '&')
                    + URLEncoder.encode(parameter.get(), StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(key, StandardCharsets.UTF_8));
            return;
        }
        String header = systems.setting(system, "auth.header").orElse("X-API-Key");
        String value = systems.setting(system, "auth.value").orElse("{key}");
        request.setHeader(header, value.replace("{key}", key));
    }
}
