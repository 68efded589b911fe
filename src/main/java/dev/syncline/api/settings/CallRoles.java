package dev.syncline.api.settings;

import dev.syncline.api.http.Roles;
import dev.syncline.api.settings.SettingsView.Call;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file {@code calls.csv}: every call of the API with the roles that may make it, which a test keeps true. */
@ApplicationScoped
class CallRoles {
    private static final String BY_SIGNATURE = "signature";

    private final List<Call> calls = read();

    List<Call> all() {
        return calls;
    }

    private static List<Call> read() {
        try (InputStream file = CallRoles.class.getResourceAsStream("/calls.csv")) {
            if (file == null) {
                throw new IllegalStateException("The program's package has no calls.csv");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> call(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call call(String[] columns) {
        List<String> roles = new ArrayList<>(Arrays.stream(columns[2].split(" "))
                .filter(role -> !role.isBlank())
                .toList());
        if (!roles.contains(BY_SIGNATURE)) {
            roles.add(Roles.ADMIN);
        }
        return new Call(columns[0], columns[1], roles);
    }
}
