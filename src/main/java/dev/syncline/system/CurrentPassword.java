package dev.syncline.system;

import io.agroal.api.security.SimplePassword;
import java.util.Properties;
import java.util.function.Supplier;

/** A password that is looked up for each new connection, so that a changed one needs no restart. */
public final class CurrentPassword extends SimplePassword {
    private static final long serialVersionUID = 1;

    private final transient Supplier<String> current;

    public CurrentPassword(Supplier<String> current) {
        super("");
        this.current = current;
    }

    @Override
    public String getWord() {
        return current.get();
    }

    @Override
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.setProperty("password", current.get());
        return properties;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
