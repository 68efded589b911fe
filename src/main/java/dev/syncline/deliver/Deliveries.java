package dev.syncline.deliver;

import dev.syncline.extension.Extensions;
import dev.syncline.extension.PageExtension;
import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;

/** Cuts what a page has to deliver into batches. */
@ApplicationScoped
@Named("deliveries")
@RegisterForReflection
public class Deliveries {
    private final Extensions extensions;
    private final HttpTargets targets;

    Deliveries(Extensions extensions, HttpTargets targets) {
        this.extensions = extensions;
        this.targets = targets;
    }

    /** Returns the page's batches, none in a dry run. */
    public List<Batch> batches(@Body PageToDeliver page) throws SQLException {
        RunContext run = page.context();
        List<Batch> batches = new ArrayList<>();
        if (!run.dryRun()) {
            List<Judged> outgoing = page.verdicts().stream()
                    .filter(record -> record.verdict().isDelivered())
                    .toList();
            PageExtension extension = extensions.of(run.route());
            if (extension != PageExtension.NONE && !outgoing.isEmpty()) {
                extension.beforeSending(
                        run, outgoing.stream().map(Judged::pageRecord).toList());
            }
            List<Delivery> deliveries = outgoing.stream().map(Delivery::new).toList();
            int most = targets.takesOne(run.route()) ? 1 : run.route().batchSize();
            for (List<Delivery> cut : BatchCut.of(deliveries, most)) {
                batches.add(new Batch(run, page.accepted(), cut));
            }
        }
        page.sendIn(batches);
        return batches;
    }
}
