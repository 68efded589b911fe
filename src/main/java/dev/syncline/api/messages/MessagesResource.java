package dev.syncline.api.messages;

import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.message.ChannelStates;
import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Channels;
import dev.syncline.message.delivery.TestMessages;
import dev.syncline.record.Audit;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/messages")
@Tag(name = "Messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class MessagesResource {
    private final Channels channels;
    private final ChannelStates states;
    private final TestMessages tests;
    private final Audit audit;
    private final SecurityIdentity who;

    MessagesResource(Channels channels, ChannelStates states, TestMessages tests, Audit audit, SecurityIdentity who) {
        this.channels = channels;
        this.states = states;
        this.tests = tests;
        this.audit = audit;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists who gets messages, of what, and whether they arrive")
    public Listing<MessagesView> list() {
        return new Listing<>(states.all().stream().map(MessagesView::of).toList(), null);
    }

    @POST
    @Path("/{name}/test")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Sends a test message, and answers when the receiver has taken it or not")
    public TestMessageView test(@PathParam("name") String name) throws SQLException, InterruptedException {
        Channel channel = channels.find(name)
                .orElseThrow(() -> new NotFound("Unknown messages '" + name + "'. GET /api/messages lists them"));
        audit.write(who.getPrincipal().getName(), "test", "message " + name, null);
        try {
            Optional<String> reason = tests.send(channel);
            return new TestMessageView(reason.isEmpty(), reason.orElse(null));
        } catch (TestMessages.UnderWay e) {
            throw new Conflict("A test message to '" + name + "' is under way. Wait for its answer");
        }
    }
}
