package dev.syncline.api;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose request does not come to the end of its head in time: every idle time-out begins anew with each
 * byte; and those whose client does not read its answers ({@link UnreadAnswers}). Neither Quarkus nor Vert.x gives out its channels, so it is an extension of Netty, which finds it as a service
 * (docs/adr/080).
 */
@RegisterForReflection
public class RequestHeads extends ChannelInitializerExtension {
    /**
     * System property: milliseconds from the connection, or from the first byte of a further head, to its end. No setting of
     * the program, as Netty makes this before and without it.
     */
    static final String DEADLINE = "syncline.head-deadline";

    static final long DEFAULT_MILLIS = 10_000;

    /** Has Netty look for its extensions. Called before anything listens. */
    public static void install() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addFirst(new Bytes(Long.getLong(DEADLINE, DEFAULT_MILLIS)));
    }

    /** Sees every byte of a connection before it is made anything of. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        /** As Vert.x names what makes requests of bytes. */
        private static final String DECODER = "httpDecoder";

        /** And what makes bytes of answers. */
        private static final String ENCODER = "httpEncoder";

        private final long deadline;
        private boolean isInHead = true;
        private boolean isBetween;
        private boolean isComplete;
        private Future<?> end;

        private Bytes(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            begin(context);
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (isBetween) {
                isBetween = false;
                isInHead = true;
            }
            boolean isHttp = watches(context);
            context.fireChannelRead(bytes);
            if (!isHttp && watches(context)) { // a TLS connection, as it becomes one of HTTP
                headEnded();
                isBetween = true;
            } else if (isInHead && end == null && isHttp) {
                begin(context);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            headEnded();
            context.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext context) {
            end = context.executor().schedule(() -> context.close(), deadline, TimeUnit.MILLISECONDS);
        }

        private void headEnded() {
            isInHead = false;
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }

        /** Whether requests are made of the bytes, and it hears of them. */
        private boolean watches(ChannelHandlerContext context) {
            boolean isHttp = context.pipeline().get(DECODER) != null;
            if (isHttp && !isComplete) {
                isComplete = true;
                context.pipeline().addAfter(DECODER, null, new Requests(this));
                if (context.pipeline().get(ENCODER) != null) {
                    context.pipeline().addAfter(ENCODER, null, new UnreadAnswers());
                }
            }
            return isHttp;
        }
    }

    /** Sees the requests that were made of the bytes. */
    private static final class Requests extends ChannelInboundHandlerAdapter {
        private final Bytes bytes;

        private Requests(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                bytes.headEnded();
            }
            if (part instanceof LastHttpContent) {
                bytes.isBetween = true;
            }
            context.fireChannelRead(part);
        }
    }
}
