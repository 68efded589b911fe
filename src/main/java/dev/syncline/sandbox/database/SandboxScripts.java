package dev.syncline.sandbox.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the sandbox's SQL, which is beside its classes. */
public final class SandboxScripts {
    private SandboxScripts() {}

    /**
     * Returns the text of a script.
     *
     * @param name below {@code /sandbox}
     */
    public static String read(String name) {
        try (InputStream in = SandboxScripts.class.getResourceAsStream("/sandbox/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
