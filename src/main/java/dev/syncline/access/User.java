package dev.syncline.access;

import java.util.Set;

/**
 * A configured user.
 *
 * @param password a bcrypt hash or plain text
 * @param roles as configured
 */
public record User(String name, String password, Set<String> roles) {
    @Override
    public String toString() {
        return name + " " + roles;
    }
}
