package dev.syncline.deliver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Verdict;
import dev.syncline.system.Systems;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Turns a batch into the call that an HTTP target wants, and its answer into one answer a record. */
@ApplicationScoped
@Named("httpWriter")
@RegisterForReflection
public class HttpWriter {
    /** Calls for a batch whose answers make no sense; its idempotency keys are the same each time. */
    private static final int MOST_SENSELESS = 3;

    /** The system does not have what is at the address. */
    private static final Set<Integer> MISSING = Set.of(404, 410);

    private final HttpCall calls;
    private final RecordCalls recordCalls;
    private final RetryAfterOutage outages;
    private final HttpTargets targets;
    private final Systems systems;
    private final ObjectMapper json;

    HttpWriter(
            HttpCall calls,
            RecordCalls recordCalls,
            RetryAfterOutage outages,
            HttpTargets targets,
            Systems systems,
            ObjectMapper json) {
        this.calls = calls;
        this.recordCalls = recordCalls;
        this.outages = outages;
        this.targets = targets;
        this.systems = systems;
        this.json = json;
    }

    /** The batch makes the calls of this exchange. */
    public void begin(@Body Batch batch, Exchange exchange) {
        SystemCaller.set(exchange, batch);
    }

    /** Whether something of the batch is still to be sent. */
    public boolean isUnanswered(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch) {
        return !batch.isAnswered();
    }

    /** The call for what is to be sent next: the batch, or a part of it. */
    public void request(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch, Exchange exchange) {
        batch.calls().isForPart(batch.isHalved());
        HttpTarget target = targets.of(batch);
        if (target.each() != null) {
            requestOne(target, batch, exchange);
            return;
        }
        String path =
                target.calls().batch().replace("{path}", batch.run().route().targetPath());
        calls.prepare(
                exchange, target.system(), batch.run().part(), target.calls().method(), path);
        exchange.getMessage().setBody(new BatchBody(target).of(batch.part()));
        if (batch.isIntended()) {
            batch.goesOut();
            outages.mustNotBeRepeated(exchange);
        }
    }

    private void requestOne(HttpTarget target, Batch batch, Exchange exchange) {
        if (!recordCalls.prepare(target, batch, exchange)) {
            return;
        }
        if (batch.isIntended()) {
            batch.goesOut();
            outages.mustNotBeRepeated(exchange);
        }
    }

    /** A record that the target does not have any more is deleted, or is sent again as a new one. */
    private static void missing(HttpTarget target, Batch batch, int status) {
        if (batch.part().get(0).record().verdict() != Verdict.UPSERT) {
            batch.answer(delivery -> new Answer(Result.DELETED, null, null));
        } else if (target.each().recreates() && !batch.isRecreated()) {
            batch.recreate();
        } else {
            batch.refuse(new Answer(
                            Result.REFUSED,
                            null,
                            "System " + target.system() + " does not have it any more: its update was answered "
                                    + status
                                    + ". Restore it there, or set the parameter 'recreate' of its http-write-each to true")
                    .certain(true));
        }
    }

    /**
     * Takes the answer of a call, well or not.
     *
     * @throws InvalidAnswer when it is again and again no JSON, or not what the target's parameters say
     * @throws TargetBroken when the target breaks on everything
     */
    public void answers(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch, Exchange exchange) {
        if (outages.hasFailed(exchange)) {
            batch.losesTrack();
        }
        if (outages.wasWaitedOut(exchange)) {
            return; // it is sent again, after a look-up
        }
        boolean hadFailed = exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null;
        Throwable failure = outages.failure(exchange);
        if (failure instanceof HttpOperationFailedException refusal) {
            if (batch.isAtRecord() && MISSING.contains(refusal.getStatusCode())) {
                missing(targets.of(batch), batch, refusal.getStatusCode());
            } else {
                refused(batch, refusal);
            }
            return;
        }
        if (hadFailed) { // and was answered when it was sent again
            batch.losesTrack();
        }
        try {
            HttpTarget target = targets.of(batch);
            if (target.each() != null) {
                RecordResult result = new RecordResult(target, systems.longestRecord(target.system()));
                Answer answer = result.of(batch.part().get(0).record(), exchange.getMessage());
                batch.answer(delivery -> answer.orRef(batch.foundRef()));
                return;
            }
            HttpResults results = new HttpResults(target, batch.part(), systems.longestRecord(target.system()));
            results.read(exchange.getMessage());
            batch.answer(results::of);
        } catch (InvalidAnswer e) {
            int times = batch.makesNoSense();
            if (times >= MOST_SENSELESS) {
                throw e;
            }
            outages.backOff(exchange, times);
        }
    }

    private void refused(Batch batch, HttpOperationFailedException refusal) {
        String system = targets.of(batch).system();
        int status = refusal.getStatusCode();
        String words = Refusal.words(refusal, json);
        if (status < 500) {
            batch.refuse(new Answer(Result.REFUSED, null, words).certain(true));
        } else if (batch.breaks(Answer.refusedForNow("System " + system + " answered " + status + ": " + words))) {
            throw new TargetBroken(system, status, words);
        }
    }
}
