package dev.syncline.api.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import dev.syncline.support.Database;
import dev.syncline.support.OidcProvider;
import dev.syncline.support.OidcProviderResource;
import dev.syncline.support.Patience;
import dev.syncline.support.SessionBrowser;
import dev.syncline.support.SessionBrowser.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in at a provider of OpenID Connect by their browsers. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(SandboxTestResource.class)
class SignInTest {
    private static final String ROUTE = "erp-vendors-to-relay";

    @ConfigProperty(name = OidcProviderResource.ADDRESS)
    String provider;

    private ProviderControl control;

    @ConfigProperty(name = OidcProviderResource.SECRET_FILE)
    String secretFile;

    @BeforeEach
    void find() {
        control = new ProviderControl(provider);
    }

    @Test
    void aBrowserSignsInWithPkceAndReturnsToThePageThatItOpened() {
        control.person("rita", "groups", "erp-operators");
        SessionBrowser browser = new SessionBrowser();
        Answer first = browser.get("/records?status=FAILED&q=a%20b");
        assertEquals(302, first.status(), first.page());
        assertEquals("no-store", first.header("Cache-Control"));
        assertTrue(first.header("Location").startsWith(provider + "/authorize?"), first.header("Location"));
        Map<String, String> asked = OidcProvider.query(first.location().getRawQuery());
        assertTrue(asked.get("redirect_uri").endsWith("/sign-in"), asked.toString());
        assertTrue(asked.containsKey("nonce"), asked.toString());

        Answer page = browser.open(first.location().toString());
        assertEquals(200, page.status(), page.page());
        assertEquals("/records?status=FAILED&q=a%20b", page.address().toString().replaceFirst("http://[^/]+", ""));
        assertTrue(page.page().contains("rita, operator"), page.page());
        assertEquals("no-store", page.header("Cache-Control"));
        assertFalse(browser.has("q_auth"), "the state's cookie is over");
        for (String cookie : browser.setCookies()) {
            String lower = cookie.toLowerCase(Locale.ROOT);
            boolean isRemoved = lower.contains("max-age=0;");
            assertTrue(isRemoved || lower.contains("httponly") && lower.contains("samesite=lax"), cookie);
            assertFalse(cookie.contains("eyJhbGciOiJSUzI1NiI"), "a signed token is not encrypted: " + cookie);
        }
        assertEquals(200, browser.get("/api/routes").status());
        Patience.await()
                .until(() -> Database.hub()
                                .value(
                                        Long.class,
                                        "select count(*) from sync_audit where who = 'rita' and action = 'log-in'"
                                                + " and outcome = 'DONE' and address is not null")
                        > 0);
    }

    @Test
    void whatASignedInPersonDoesIsAuditedUnderTheirName() {
        control.person("rita", "groups", "erp-operators");
        SessionBrowser browser = signedIn("/routes/" + ROUTE);
        Answer sent = browser.send(Browser.form(browser.open("/routes/" + ROUTE).page(), "name=\"range\"")
                .with("range", "changes")
                .with("dryRun", "true"));
        assertEquals(303, sent.status(), sent.page());
        long run = Long.parseLong(sent.header("Location").replaceFirst(".*/runs/", ""));
        assertEquals("rita", Api.ended(run).getString("requestedBy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "wrong signature", "forged state", "state lost", "forged session"})
    void aSignInThatIsNotCompletedEndsAtAPageThatSaysSo(String kind) {
        control.person(
                "rita", "groups", "chiefs", "signer", kind.equals("wrong signature") ? "wrong-signature" : "right");
        if (kind.equals("cancelled")) {
            control.set("groups", "chiefs");
        }
        SessionBrowser browser = new SessionBrowser();
        Answer back = browser.get(browser.get("/").location().toString());
        String address = back.location().toString();
        if (kind.equals("forged state")) {
            browser.replace("q_auth", "forged|x");
        } else if (kind.equals("state lost")) {
            browser.forget("q_auth");
        } else if (kind.equals("forged session")) {
            browser.open(address);
            browser.replace("q_session", "forged");
            address = "/";
        }
        Answer answer = kind.equals("state lost")
                ? browser.get(address, "Referer", provider + "/authorize")
                : browser.get(address);
        if (answer.status() != 302 || kind.equals("cancelled")) {
            assertEquals(401, answer.status(), kind + ": " + answer.page());
            assertTrue(answer.header("Content-Type").startsWith("text/html"), answer.page());
            assertTrue(answer.page().contains("To the overview"), answer.page());
            assertFalse(answer.page().contains("<b>"), "what the provider's address says is not shown");
            assertEquals("no-store", answer.header("Cache-Control"));
        } else {
            assertTrue(answer.header("Location").startsWith(provider), kind + " asks the provider again");
        }
        assertFalse(browser.has("q_session"), kind);
    }

    @Test
    void aPersonWithoutARoleIsToldWhyAndCanSignOut() {
        control.person("visitor", "groups", "other");
        SessionBrowser browser = new SessionBrowser();
        Answer page = browser.open("/");
        assertEquals(403, page.status(), page.page());
        assertTrue(
                page.page().contains("You are signed in as visitor, and none of your groups has a role"), page.page());
        assertEquals(200, browser.send(Browser.form(page.page(), "Sign out")).status());
        assertFalse(browser.has("q_session"));
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProviderAndNeedsTheFormsToken() {
        control.person("rita", "groups", "everybody");
        SessionBrowser browser = signedIn("/");
        Form signOut = Browser.form(browser.open("/").page(), "Sign out");
        assertEquals("/sign-out", signOut.action());
        assertEquals(
                403,
                browser.send(signOut.with("token", "AAAAAAAAAAAAAAAAAAAAAAAA")).status());
        assertTrue(browser.has("q_session"));
        assertEquals(200, browser.get("/sign-in").status());

        Answer out = browser.send(signOut);
        assertEquals(200, out.status(), out.page());
        assertEquals("no-store", out.header("Cache-Control"));
        assertFalse(browser.has("q_session"));
        String end = out.header("Refresh").replaceFirst("0;url=", "");
        assertTrue(end.startsWith(provider + "/logout?"), end);
        assertTrue(Browser.text(out.page()).contains(end), "the page has it as a link, too");
        Map<String, String> asked = OidcProvider.query(end.substring(end.indexOf('?') + 1));
        assertEquals("RS256", header(asked.get("id_token_hint")));

        Answer signedOut = browser.open(end);
        assertEquals("/signed-out", signedOut.address().getPath());
        assertTrue(signedOut.page().contains("You are signed out"), signedOut.page());
        assertTrue(control.calls().contains("logout"), control.calls());
        assertEquals(302, browser.get("/").status(), "a page needs a sign-in again");
    }

    @Test
    void aPersonWithAPasswordHasNoSessionToEnd() {
        assertFalse(new Browser("operator").page("/").contains("/sign-out"));
    }

    @Test
    void aFormThatIsSentAfterTheSessionExpiredIsKeptUntilItsSenderSignedInAgain() {
        control.person("rita", "groups", "erp-operators");
        SessionBrowser browser = new SessionBrowser();
        Form form = Browser.form(browser.open("/routes/" + ROUTE).page(), "name=\"range\"")
                .with("range", "changes")
                .with("dryRun", "true")
                .with("keys", "V-1 \"<ü>\"\nV-2 & 'V-3'");
        browser.forget("q_session"); // as browsers do when its time is over

        long runs = runs();
        Answer late = browser.send(form);
        assertEquals(401, late.status(), late.page());
        assertEquals("no-store", late.header("Cache-Control"));
        assertTrue(late.header("Content-Security-Policy").contains("form-action 'self'"));
        assertTrue(late.page().contains("Your session has expired"), late.page());
        Form kept = Browser.form(late.page(), "send it again");
        assertEquals(form.action(), kept.action());
        assertEquals(form.fields(), kept.fields());
        assertEquals(runs, runs(), "nothing was done");
        assertEquals(401, browser.send(kept).status(), "not yet signed in");

        Answer otherTab = browser.open("/sign-in");
        assertEquals(200, otherTab.status(), otherTab.page());
        assertTrue(otherTab.page().contains("send the form there"), otherTab.page());
        Answer sent = browser.send(kept.with("keys", ""));
        assertEquals(303, sent.status(), sent.page());
        Api.ended(Long.parseLong(sent.header("Location").replaceFirst(".*/runs/", "")));
    }

    @Test
    void aSessionEndsWithItsTokenAndAFormIsKeptThenToo() {
        control.person("rita", "groups", "erp-operators", "seconds", "3");
        SessionBrowser browser = new SessionBrowser();
        Answer back = browser.get(browser.get("/runs").location().toString());
        browser.get(back.location().toString());
        assertTrue(browser.has("q_session"));
        Form form = new Form("/routes/" + ROUTE + "/runs", Map.of("token", "x", "keys", "V-1"), "");
        Patience.await().until(() -> browser.send(form).status() == 401);
        assertTrue(browser.send(form).page().contains("send it again"));
        assertTrue(browser.get("/runs").header("Location").startsWith(provider + "/authorize"));
    }

    @Test
    void aSessionWithARefreshTokenGoesOnWithoutAnotherSignIn() {
        control.person("rita", "groups", "everybody", "seconds", "3", "refresh", "yes");
        SessionBrowser browser = signedIn("/");
        Patience.await().until(() -> {
            assertEquals(200, browser.get("/runs").status());
            return control.calls().contains("token refresh_token");
        });
    }

    @Test
    void theClientsSecretIsReadFromItsFileForEachSignIn() throws IOException {
        Path file = Path.of(secretFile);
        String next = "another-client-secret-of-forty-characters";
        try {
            control.person("rita", "groups", "everybody", "secret", next);
            assertNotEquals(200, new SessionBrowser().open("/").status());
            assertTrue(control.calls().contains("wrong client secret"), control.calls());
            Files.writeString(file, next + "\n");
            assertEquals(200, new SessionBrowser().open("/").status());
        } finally {
            Files.writeString(file, OidcProvider.SECRET + "\n");
        }
    }

    private static String header(String token) {
        String json =
                new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        Matcher algorithm = Pattern.compile("\"alg\":\"([^\"]+)\"").matcher(json);
        assertTrue(algorithm.find(), json);
        return algorithm.group(1);
    }

    private static long runs() {
        return Database.hub().value(Long.class, "select count(*) from sync_run where requested_by = ?", "rita");
    }

    private SessionBrowser signedIn(String address) {
        SessionBrowser browser = new SessionBrowser();
        Answer page = browser.open(address);
        assertEquals(200, page.status(), page.page());
        return browser;
    }
}
