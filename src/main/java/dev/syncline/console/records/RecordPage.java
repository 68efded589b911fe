package dev.syncline.console.records;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Roles;
import dev.syncline.api.records.RecordView;
import dev.syncline.api.records.RecordsResource;
import dev.syncline.api.runs.RunView;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Frames.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** One record: why it is as it is, what was done with it, and how it is sent again. */
@Path("/record")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RecordPage {
    private final RecordDetails details;
    private final RecordsResource records;
    private final Frames frames;
    private final FormTokens tokens;

    RecordPage(RecordDetails details, RecordsResource records, Frames frames, FormTokens tokens) {
        this.details = details;
        this.records = records;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "records")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance record(Frame frame, RecordDetail detail);
    }

    @GET
    public String get(@QueryParam("route") String route, @QueryParam("key") String key) throws SQLException {
        if (route == null || key == null) {
            throw new BadRequest("A record is named by its route and its key. The list of records leads to it");
        }
        RecordDetail detail = details.of(route, key);
        return Templates.record(frames.of(detail.title(), Section.RECORDS), detail)
                .render();
    }

    /** With the fields of the form where they were edited, else as the source has it. */
    @POST
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Response retry(MultivaluedMap<String, String> form) {
        tokens.check(form.getFirst(FormTokens.FIELD));
        String route = form.getFirst("route");
        String key = form.getFirst("key");
        if (route == null || key == null) {
            throw new BadRequest("The form names no record. Load its page again");
        }
        String body = form.containsKey("edited") ? edited(route, key, form) : null;
        RunView run = (RunView) records.retry(route, key, key, body).getEntity();
        return Response.seeOther(URI.create("/runs/" + run.id())).build();
    }

    private String edited(String route, String key, MultivaluedMap<String, String> form) {
        RecordView record = records.get(route, key, key);
        Payload payload = Payload.of(record.payload());
        Map<String, String> written = form.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
        Payload edited = payload.edited(written);
        if (edited.isSame(payload)) {
            throw new BadRequest(
                    "No field was changed. Go back and change one, or retry the record as the source has it");
        }
        return "{\"payload\":" + edited.json() + "}";
    }
}
