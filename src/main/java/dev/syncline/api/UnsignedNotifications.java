package dev.syncline.api;

import dev.syncline.supplier.Signatures;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a notification of nobody, or without a signature, before its body is read into memory. */
class UnsignedNotifications {
    private static final Pattern PATH = Pattern.compile("/?api/suppliers/([^/]+)/notifications/?");

    private final Suppliers suppliers;
    private final Signatures signatures;

    UnsignedNotifications(Suppliers suppliers, Signatures signatures) {
        this.suppliers = suppliers;
        this.signatures = signatures;
    }

    /** Null where it goes on. */
    @ServerRequestFilter
    Response refuse(ContainerRequestContext call) {
        Matcher path = PATH.matcher(call.getUriInfo().getPath());
        if (!call.getMethod().equals("POST") || !path.matches()) {
            return null;
        }
        Optional<Supplier> supplier = suppliers.find(path.group(1));
        if (supplier.isEmpty()) {
            return Problem.response(404, "There is no supplier '" + path.group(1) + "'");
        }
        boolean isSigned = call.getHeaderString(supplier.get().signatureHeader()) != null;
        return isSigned ? null : NotificationsResource.unsigned(supplier.get(), signatures.isExpected(supplier.get()));
    }
}
