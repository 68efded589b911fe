package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The template of all routes, with beans that only count. */
class TemplateTest {
    private static final int PAGES = 20;
    private static final int BATCHES = 3;

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final Set<Thread> ofBatches = Collections.synchronizedSet(new HashSet<>());
    private final CountDownLatch together = new CountDownLatch(BATCHES);

    @Test
    void aPageIsRecordedWhenAllItsBatchesAreSentSideBySide() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("runs", new AnyRun());
            camel.getRegistry().bind("pages", new AnyPages());
            camel.getRegistry().bind("judge", new AnyJudge());
            camel.getRegistry().bind("deliveries", new AnyDeliveries());
            camel.getRegistry().bind("recorder", new AnyRecorder());
            ThreadPoolProfile threads = new ThreadPoolProfile("deliveries-" + BATCHES);
            threads.setPoolSize(BATCHES);
            threads.setMaxPoolSize(BATCHES);
            threads.setMaxQueueSize(-1);
            camel.getExecutorServiceManager().registerThreadPoolProfile(threads);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:as-read").setBody(body());
                    from("direct:there.write").process(exchange -> send());
                }
            });
            String template = Files.readString(Path.of("routes/sync.camel.yaml"));
            String begun = template.replaceFirst(
                    "(?s)uri: quartz:syncline/\\{\\{id}}\\s+parameters:.*?\\n(?= +steps:)", "uri: direct:begin\n");
            assertNotEquals(template, begun);
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("sync.camel.yaml", begun));
            Map<String, Object> parameters = new HashMap<>(Map.of(
                    "id",
                    "some",
                    "title",
                    "Some",
                    "section",
                    "Some",
                    "entity",
                    "some",
                    "source",
                    "here",
                    "target",
                    "there",
                    "key",
                    "id",
                    "concurrency",
                    Integer.toString(BATCHES)));
            camel.addRouteFromTemplate("some", "sync", parameters);
            camel.start();

            camel.createProducerTemplate().sendBody("direct:begin", null);

            List<String> expected = new ArrayList<>(List.of("begin"));
            for (int page = 0; page < PAGES; page++) {
                expected.addAll(List.of("next", "judge", "send", "send", "send", "record"));
            }
            expected.add("finish");
            assertEquals(expected, steps);
            assertEquals(BATCHES, ofBatches.size(), ofBatches::toString);
        }
    }

    private void send() throws InterruptedException {
        steps.add("send");
        ofBatches.add(Thread.currentThread());
        together.countDown(); // the first batches wait for each other, so that each has a thread of its own
        assertTrue(together.await(1, TimeUnit.MINUTES));
    }

    public class AnyRun {
        private int left = PAGES;

        public void begin(Exchange exchange) {
            exchange.setProperty("run", this);
            steps.add("begin");
        }

        public boolean hasNext() {
            return left-- > 0;
        }

        public void checkLease() {}

        public void finish() {
            steps.add("finish");
        }

        public void fail(Exchange exchange) {
            throw new AssertionError(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        }
    }

    public class AnyPages {
        public String next() {
            steps.add("next");
            return "page";
        }
    }

    public class AnyJudge {
        public void judge() {
            steps.add("judge");
        }
    }

    public static class AnyDeliveries {
        public List<String> batches() {
            return Collections.nCopies(BATCHES, "batch");
        }
    }

    public class AnyRecorder {
        public void record() {
            steps.add("record");
        }
    }
}
