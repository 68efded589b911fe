package dev.syncline.console.frame;

import java.util.List;

/**
 * What is around the content of every page.
 *
 * @param title of the page, as the browser's tab shows it
 * @param isSession whether the user signed in at a provider, and can sign out
 * @param token that every form holds, see {@link FormTokens}
 * @param search what was searched for; empty for nothing
 * @param reload seconds after which a browser without scripts loads the page again; 0 for never
 */
public record Frame(
        String title,
        List<Entry> navigation,
        String user,
        String roles,
        boolean isOperator,
        boolean isAdmin,
        boolean isSession,
        String zone,
        String token,
        String search,
        int reload,
        Addresses assets) {

    /** A page that the navigation leads to. */
    public record Entry(String label, String address, boolean isHere) {}

    /**
     * Of the assets that pages need.
     *
     * @param chart draws the charts of a page that has any, with the library and style sheet that follow
     */
    public record Addresses(
            String style,
            String script,
            String htmx,
            String events,
            String icon,
            String chart,
            String plot,
            String plotStyle) {}

    public Frame searching(String q) {
        return new Frame(
                title,
                navigation,
                user,
                roles,
                isOperator,
                isAdmin,
                isSession,
                zone,
                token,
                q == null ? "" : q,
                reload,
                assets);
    }

    public Frame reloading(int seconds) {
        return new Frame(
                title, navigation, user, roles, isOperator, isAdmin, isSession, zone, token, search, seconds, assets);
    }
}
