package dev.syncline.access;

import java.util.List;

/** The roles that a user can have, as the configuration names them. */
public final class RoleNames {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String APPROVER = "approver";
    public static final String ADMIN = "admin";

    static final List<String> ALL = List.of(VIEWER, OPERATOR, APPROVER, ADMIN);

    private RoleNames() {}
}
