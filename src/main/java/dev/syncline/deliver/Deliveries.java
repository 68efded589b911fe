package dev.syncline.deliver;

import dev.syncline.extension.Extensions;
import dev.syncline.extension.PageExtension;
import dev.syncline.judge.Judged;
import dev.syncline.judge.JudgedPage;
import dev.syncline.page.RunContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Cuts what a page has to deliver into batches. */
@ApplicationScoped
@Named("deliveries")
@RegisterForReflection
public class Deliveries {
    private final Extensions extensions;

    Deliveries(Extensions extensions) {
        this.extensions = extensions;
    }

    /** The page's batches, none in a dry run; kept in the exchange's property {@code batches} for the recorder. */
    public List<Batch> batches(@Body JudgedPage page, @ExchangeProperty("context") RunContext run, Exchange exchange)
            throws SQLException {
        List<Batch> batches = new ArrayList<>();
        TargetAccepted reception = exchange.getProperty("reception", TargetAccepted.class);
        if (reception == null) {
            reception = new TargetAccepted();
            exchange.setProperty("reception", reception);
        }
        if (!run.dryRun()) {
            List<Judged> outgoing = page.records().stream()
                    .filter(record -> record.verdict().isDelivered())
                    .toList();
            PageExtension extension = extensions.of(run.route());
            if (extension != PageExtension.NONE && !outgoing.isEmpty()) {
                extension.beforeSending(
                        run, outgoing.stream().map(Judged::pageRecord).toList());
            }
            for (List<Judged> records : BatchCut.of(outgoing, run.route().batchSize())) {
                batches.add(new Batch(run, reception, records));
            }
        }
        exchange.setProperty("batches", batches);
        return batches;
    }
}
