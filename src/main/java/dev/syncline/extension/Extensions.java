package dev.syncline.extension;

import dev.syncline.page.RunContext;
import dev.syncline.route.SyncRoute;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Body;

/** Finds what extends a route, by the name that the route has from what it goes through. */
@ApplicationScoped
@Named("extensions")
@RegisterForReflection
public class Extensions {
    /** Of a Camel route that names no extension: nothing is known of what it makes of a page. */
    private static final PageExtension UNKNOWN = new PageExtension() {
        @Override
        public boolean dependsOnTarget() {
            return true;
        }

        @Override
        public boolean preparesWholeRecords() {
            return true;
        }
    };

    private final Map<String, PageExtension> byName;

    @Inject
    Extensions(Instance<PageExtension> beans) {
        this(byName(beans));
    }

    Extensions(Map<String, PageExtension> byName) {
        this.byName = byName;
    }

    private static Map<String, PageExtension> byName(Instance<PageExtension> beans) {
        Map<String, PageExtension> byName = new TreeMap<>();
        for (Instance.Handle<PageExtension> bean : beans.handles()) {
            byName.put(bean.getBean().getName(), bean.get());
        }
        return byName;
    }

    /**
     * What extends the route; {@link PageExtension#NONE} where its pages are judged as they were read.
     *
     * @throws IllegalStateException when what it goes through names an extension that does not exist
     */
    public PageExtension of(SyncRoute route) {
        if (route.extension().isEmpty()) {
            return route.isJudgedAsRead() ? PageExtension.NONE : UNKNOWN;
        }
        PageExtension extension = byName.get(route.extension());
        if (extension == null) {
            throw new IllegalStateException("Route " + route.id() + " goes through " + route.through()
                    + ", whose extension '" + route.extension() + "' does not exist. Name one of "
                    + String.join(", ", byName.keySet()));
        }
        return extension;
    }

    /** Has the page prepared by what extends the run's route. */
    public void prepare(@Body PageToPrepare page) throws Exception {
        RunContext run = page.context();
        page.prepared(of(run.route()).prepare(page.page(), run));
    }
}
