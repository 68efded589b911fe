package dev.syncline.deliver;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.system.http.HttpCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Makes the calls to targets that take one record each. */
@ApplicationScoped
class RecordCalls {
    private final HttpCall calls;

    RecordCalls(HttpCall calls) {
        this.calls = calls;
    }

    /** Prepares the call for the record that is next; answers it where it cannot be called for. */
    boolean prepare(HttpTarget target, Batch batch, Exchange exchange) {
        Delivery delivery = batch.part().get(0);
        Judged record = delivery.record();
        RecordTarget each = target.each();
        RecordCall call = each.call(record, batch);
        String ref = batch.isFound() || record.known() == null
                ? batch.foundRef()
                : record.known().targetRef();
        String problem = problem(target, call, record, ref);
        Optional<String> path =
                problem == null ? call.path(batch.run().route().targetPath(), record.key(), ref) : Optional.empty();
        if (path.isEmpty()) {
            String why = problem == null
                    ? "Its key or its id at system " + target.system()
                            + " would lead the path of the call elsewhere, so it"
                            + " is not sent. Correct the key in the source"
                    : problem;
            batch.refuse(new Answer(Result.REFUSED, null, why).certain(true));
            return false;
        }
        batch.isAtRecord(call.isOfRecord() && !call.template().equals(each.word("create")));
        calls.prepare(exchange, target.system(), batch.run().part(), call.method(), path.get());
        byte[] body = each.body(record);
        if (body != null && !each.contentType().isEmpty()) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, each.contentType());
        }
        if (!each.idempotencyHeader().isEmpty()) {
            exchange.getMessage().setHeader(each.idempotencyHeader(), record.idempotencyKey());
        }
        exchange.getMessage().setBody(body);
        return true;
    }

    private static String problem(HttpTarget target, RecordCall call, Judged record, String ref) {
        String template = " of the http-write-each of system " + target.system();
        if (call == null) {
            return "It is to be " + (record.verdict() == Verdict.DELETE ? "deleted" : "deactivated")
                    + ", and the parameter '" + (record.verdict() == Verdict.DELETE ? "delete" : "deactivate") + "'"
                    + template + " names no call for that";
        }
        if (call.isWithRef() && ref == null) {
            return "System " + target.system()
                    + " did not tell its id for it when it was created, so it cannot be called by"
                    + " {ref}. Set the parameter 'ref' (a field of its answers) or 'refHeader'" + template;
        }
        return null;
    }
}
