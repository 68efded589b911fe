package dev.syncline.page;

import dev.syncline.route.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Reads pages of systems over {@code direct:<system>.read}; what goes wrong at one is thrown as it was thrown there. */
@ApplicationScoped
public class SystemReads {
    private final ProducerTemplate camel;
    private final Catalog catalog;

    SystemReads(ProducerTemplate camel, Catalog catalog) {
        this.camel = camel;
        this.catalog = catalog;
    }

    /** Begins to read a page; {@link #await} waits for it. */
    public Future<Page> begin(ReadRequest request) {
        return camel.asyncRequestBody(endpoint(request), request, Page.class);
    }

    public static Page await(Future<Page> page) throws Exception {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    public Page read(ReadRequest request) throws Exception {
        try {
            return camel.requestBody(endpoint(request), request, Page.class);
        } catch (CamelExecutionException e) {
            throw cause(e);
        }
    }

    private String endpoint(ReadRequest request) {
        return "direct:" + request.system(catalog.get(request.route())) + ".read";
    }

    private static Exception cause(Exception thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CamelExecutionException)) {
            cause = cause.getCause();
        }
        return cause instanceof Exception exception ? exception : thrown;
    }
}
