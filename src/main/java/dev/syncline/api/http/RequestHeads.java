package dev.syncline.api.http;

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
 * Closes connections whose request head is not complete in time (an idle time-out begins anew with each byte), and
 * those whose client does not read its answers ({@link UnreadAnswers}). Quarkus and Vert.x do not expose their
 * channels, so it is an extension of Netty, which finds it as a service (docs/adr/080).
 */
@RegisterForReflection
public class RequestHeads extends ChannelInitializerExtension {
    /**
     * System property: milliseconds from the opening of the connection, or from the first byte of a further head, to
     * the end of the head. It is not a setting of the program, as Netty creates this class before the configuration
     * exists.
     */
    static final String DEADLINE = "syncline.head-deadline";

    static final long DEFAULT_MILLIS = 10_000;

    /** Makes Netty load its extensions. Must be called before a port is opened. */
    public static void install() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addFirst(new Bytes(Long.getLong(DEADLINE, DEFAULT_MILLIS)));
    }

    /** Sees the bytes of a connection before they are decoded. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        /** The name that Vert.x gives the decoder of requests. */
        private static final String DECODER = "httpDecoder";

        /** The name that Vert.x gives the encoder of answers. */
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

        /** Returns whether this connection is decoded as HTTP and its requests are seen. */
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

    /** Sees the decoded requests. */
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
