package dev.syncline.api.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose client keeps sending requests without reading the answers, or reads nothing of an answer for
 * a while: Vert.x holds both in memory. Also closes connections whose request was refused before its body was complete,
 * as nothing reads that body. Used by the thread of one connection.
 */
final class UnreadAnswers extends ChannelDuplexHandler {
    /**
     * The most requests without a fully sent answer. Clients rarely send a request before the answer to the one before.
     */
    static final int MOST_REQUESTS = 4;

    /** Milliseconds within which a client must read a part of its answer. */
    static final long STALL = 30_000;

    /** Milliseconds for a client to read the answer to a request whose body it is still sending. */
    static final long LINGER = 2_000;

    private int requests;
    private boolean isBodyToCome;
    private boolean isEnded;
    private Future<?> end;
    private Future<?> endOfBody;

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (!isEnded && part instanceof HttpRequest) {
            isEnded = ++requests > MOST_REQUESTS;
            if (isEnded) {
                context.close();
            }
        }
        if (isEnded) {
            ReferenceCountUtil.release(part);
            return;
        }
        isBodyToCome = !(part instanceof LastHttpContent);
        if (!isBodyToCome) {
            endOfBody = forget(endOfBody);
        }
        context.fireChannelRead(part);
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
        boolean isLast = part instanceof LastHttpContent
                && !(part instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL);
        context.write(part, isLast ? promise.unvoid().addListener(sent -> answered(context)) : promise);
    }

    private void answered(ChannelHandlerContext context) {
        requests--;
        if (isBodyToCome && requests == 0 && endOfBody == null) {
            endOfBody = context.executor().schedule(() -> context.close(), LINGER, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            end = forget(end);
        } else if (end == null) {
            watch(context);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end = forget(end);
        endOfBody = forget(endOfBody);
        context.fireChannelInactive();
    }

    private void watch(ChannelHandlerContext context) {
        long before = left(context);
        end = context.executor()
                .schedule(
                        () -> {
                            if (left(context) == before) {
                                context.close();
                            } else {
                                watch(context);
                            }
                        },
                        STALL,
                        TimeUnit.MILLISECONDS);
    }

    /** Returns the bytes that are still to be sent; the number changes as bytes leave. */
    private static long left(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes() - waiting.currentProgress();
    }

    private static Future<?> forget(Future<?> end) {
        if (end != null) {
            end.cancel(false);
        }
        return null;
    }
}
