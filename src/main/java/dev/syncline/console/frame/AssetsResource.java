package dev.syncline.console.frame;

import dev.syncline.console.frame.Assets.Asset;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Serves style sheet and scripts. They hold no data, so anybody may have them. */
@Path("/assets")
@PermitAll
public class AssetsResource {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    /** While processes are updated one by one, one may be asked for what another one has: it is not to be kept then. */
    @GET
    @Path("/{version}/{name}")
    public Response get(@PathParam("version") String version, @PathParam("name") String name) {
        Asset asset = assets.find(name).orElseThrow(NotFoundException::new);
        return Response.ok(asset.content(), asset.type())
                .header("Cache-Control", asset.version().equals(version) ? FOR_GOOD : "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
