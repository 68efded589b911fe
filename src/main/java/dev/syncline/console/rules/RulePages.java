package dev.syncline.console.rules;

import dev.syncline.api.http.Roles;
import dev.syncline.api.rules.RuleView;
import dev.syncline.api.rules.RulesResource;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import dev.syncline.console.rules.RuleDraft.Field;
import dev.syncline.console.rules.RuleDraft.FromRecord;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The list of rules, and the form that adds one after it has shown what the rule would keep back. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RulePages {
    private final RulesResource rules;
    private final RuleLists lists;
    private final RuleDrafts drafts;
    private final RecordFields records;
    private final Frames frames;
    private final FormTokens tokens;

    RulePages(
            RulesResource rules,
            RuleLists lists,
            RuleDrafts drafts,
            RecordFields records,
            Frames frames,
            FormTokens tokens) {
        this.rules = rules;
        this.lists = lists;
        this.drafts = drafts;
        this.records = records;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, RuleList list);

        static native TemplateInstance form(Frame frame, RuleDraft draft);
    }

    @GET
    public String list(@QueryParam("cursor") String cursor) {
        return Templates.list(
                        frames.of("Rules", Section.RULES), lists.of(cursor == null || cursor.isBlank() ? null : cursor))
                .render();
    }

    /** @param key of the record that the rule is made from; null for none */
    @GET
    @Path("/new")
    @RolesAllowed(Roles.ADMIN)
    public String form(
            @QueryParam("route") String route,
            @QueryParam("key") String key,
            @QueryParam("field") String field,
            @QueryParam("value") String value) {
        FromRecord record = key == null || route == null ? null : records.of(route, key);
        Field first = field == null && record != null && !record.fields().isEmpty()
                ? record.fields().get(0)
                : null;
        return page(drafts.filled(
                route, first == null ? field : first.name(), first == null ? value : first.value(), record));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public String check(@BeanParam RuleForm form) {
        tokens.check(form.token);
        RuleView tried = (RuleView) rules.add("true", form.body()).getEntity();
        return page(drafts.checked(form, tried.matches()));
    }

    @POST
    @Path("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public Response save(@BeanParam RuleForm form) {
        tokens.check(form.token);
        rules.add(null, form.body());
        return Response.seeOther(URI.create("/rules")).build();
    }

    private String page(RuleDraft draft) {
        return Templates.form(frames.of("New rule", Section.RULES), draft).render();
    }
}
