package dev.syncline.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser without scripts: it reads pages of the console and sends the forms that they have. */
public final class Browser {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input([^>]*)>|<textarea([^>]*)>\n?([^<]*)</textarea>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final String user;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(String user) {
        this.user = user;
    }

    /** A form of a page, with the fields as they are filled. */
    public record Form(String action, Map<String, String> fields, String html) {
        public Form with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Form(action, changed, html);
        }

        public Form without(String name) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.remove(name);
            return new Form(action, changed, html);
        }
    }

    /** The page's HTML. */
    public String page(String address) {
        Response answer = get(address);
        assertEquals(200, answer.statusCode(), address + ": " + answer.asString());
        return answer.asString();
    }

    public Response get(String address) {
        Response answer = request().urlEncodingEnabled(false).get(address);
        cookies.putAll(answer.cookies());
        return answer;
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    /** The forms of a page that change something. */
    public static List<Form> forms(String page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher input = INPUT.matcher(form.group(2));
            while (input.find()) {
                Map<String, String> attributes = attributes(input.group(1) == null ? input.group(2) : input.group(1));
                boolean isChosen = !"checkbox".equals(attributes.get("type"));
                if (attributes.containsKey("name") && isChosen) {
                    String value = input.group(3) == null ? attributes.getOrDefault("value", "") : input.group(3);
                    fields.put(attributes.get("name"), text(value));
                }
            }
            forms.add(new Form(form.group(1), fields, form.group()));
        }
        return forms;
    }

    /** The form of a page whose HTML contains that. */
    public static Form form(String page, String text) {
        return forms(page).stream()
                .filter(form -> form.html().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form has " + text + ": " + page));
    }

    public Response send(Form form) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form.fields())
                .redirects()
                .follow(false)
                .post(form.action());
    }

    /** Sends a form whose answer is a run, and waits until that is over; its number. */
    public long run(Form form) {
        Response answer = send(form);
        assertEquals(303, answer.statusCode(), answer.asString());
        String address = answer.header("Location");
        assertTrue(address.matches("/runs/\\d+"), address);
        long run = Long.parseLong(address.substring("/runs/".length()));
        Api.ended(run);
        return run;
    }

    /** As a person reads it. */
    public static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private RequestSpecification request() {
        RequestSpecification request = user == null ? given() : Api.as(user);
        return request.cookies(cookies);
    }

    private static Map<String, String> attributes(String html) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(html);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2));
        }
        return attributes;
    }
}
