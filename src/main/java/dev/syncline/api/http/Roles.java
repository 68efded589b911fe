package dev.syncline.api.http;

import dev.syncline.access.RoleNames;
import java.util.LinkedHashSet;
import java.util.Set;

/** The roles of users. An operator and an approver may see what a viewer sees; an admin may do everything. */
public final class Roles {
    public static final String VIEWER = RoleNames.VIEWER;
    public static final String OPERATOR = RoleNames.OPERATOR;
    public static final String APPROVER = RoleNames.APPROVER;
    public static final String ADMIN = RoleNames.ADMIN;

    private Roles() {}

    /** Returns the given roles and those that they include. */
    public static Set<String> including(Set<String> given) {
        Set<String> roles = new LinkedHashSet<>(given);
        if (roles.contains(ADMIN)) {
            roles.add(OPERATOR);
            roles.add(APPROVER);
        }
        if (roles.contains(OPERATOR) || roles.contains(APPROVER)) {
            roles.add(VIEWER);
        }
        return roles;
    }
}
