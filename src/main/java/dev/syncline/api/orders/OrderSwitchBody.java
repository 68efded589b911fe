package dev.syncline.api.orders;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.KeyInPath;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.api.notices.NoticeView;
import dev.syncline.api.runs.RunView;
import dev.syncline.page.Keys;
import dev.syncline.purchasing.OrderQueries;
import dev.syncline.purchasing.OrderRow;
import dev.syncline.purchasing.Switches;
import dev.syncline.record.Notice;
import dev.syncline.record.Notices;
import dev.syncline.record.Notices.Subject;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.Run;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The body of the call that sets the switch of an order. */
@RegisterForReflection
public record OrderSwitchBody(Boolean enabled) {}
