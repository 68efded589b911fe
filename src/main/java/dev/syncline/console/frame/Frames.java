package dev.syncline.console.frame;

import dev.syncline.api.http.Roles;
import dev.syncline.console.frame.Frame.Addresses;
import dev.syncline.console.frame.Frame.Entry;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what is around each page, for whoever asks for it. */
@ApplicationScoped
public class Frames {
    private final SecurityIdentity who;
    private final FormTokens tokens;
    private final Assets assets;
    private final Clock clock;
    private final ZoneId zone;

    Frames(
            SecurityIdentity who,
            FormTokens tokens,
            Assets assets,
            Clock clock,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.who = who;
        this.tokens = tokens;
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
    }

    /** The pages that the navigation leads to. */
    public enum Section {
        OVERVIEW("Overview", "/"),
        RUNS("Runs", "/runs"),
        RECORDS("Records", "/records"),
        ORDERS("Purchase orders", "/orders"),
        DOCUMENTS("Documents", "/documents"),
        NOTICES("Notices", "/notices"),
        RULES("Rules", "/rules"),
        RECONCILIATIONS("Reconciliation", "/reconciliations"),
        AUDIT("Audit", "/audit", Roles.ADMIN),
        SETTINGS("Settings", "/settings"),
        MESSAGES("Messages", "/messages");

        private final String label;
        private final String address;
        private final String role;

        Section(String label, String address) {
            this(label, address, Roles.VIEWER);
        }

        /** @param role that whoever may see the page has */
        Section(String label, String address, String role) {
            this.label = label;
            this.address = address;
            this.role = role;
        }
    }

    public Frame of(String title, Section here) {
        return new Frame(
                title,
                navigation(here),
                who.getPrincipal().getName(),
                roles(),
                who.hasRole(Roles.OPERATOR),
                who.hasRole(Roles.ADMIN),
                isSession(),
                zone.getId(),
                tokens.token(),
                "",
                0,
                addresses());
    }

    /** For somebody who is not known, or whose role does not matter: it shows no data and has no form. */
    public Frame bare(String title) {
        return new Frame(title, List.of(), "", "", false, false, false, zone.getId(), "", "", 0, addresses());
    }

    /** For somebody with a session who may not see the page, and who can sign out, to come as another one. */
    Frame forbidden(String title, String user) {
        return new Frame(
                title, List.of(), user, "", false, false, true, zone.getId(), tokens.token(), "", 0, addresses());
    }

    /** Returns whether the user signed in at a provider by this browser, rather than with each call. */
    private boolean isSession() {
        return who.getCredential(IdTokenCredential.class) != null;
    }

    /** A moment as pages show it; null for none. */
    public When when(Instant moment) {
        return When.of(moment, clock.instant(), zone);
    }

    public Instant now() {
        return clock.instant();
    }

    private List<Entry> navigation(Section here) {
        return Arrays.stream(Section.values())
                .filter(section -> who.hasRole(section.role))
                .map(section -> new Entry(section.label, section.address, section == here))
                .toList();
    }

    private String roles() {
        return Stream.of(Roles.ADMIN, Roles.OPERATOR, Roles.APPROVER, Roles.VIEWER)
                .filter(who::hasRole)
                .limit(1)
                .collect(Collectors.joining());
    }

    private Addresses addresses() {
        return new Addresses(
                assets.address(Assets.STYLE),
                assets.address(Assets.SCRIPT),
                assets.address(Assets.HTMX),
                assets.address(Assets.EVENTS),
                assets.address(Assets.ICON),
                assets.address(Assets.CHART),
                assets.address(Assets.PLOT),
                assets.address(Assets.PLOT_STYLE));
    }
}
