package dev.syncline.api;

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
 * Closes connections whose client asks on and on without reading what it is answered, or takes nothing of an answer for a
 * while: Vert.x keeps both, requests and answers, in memory. So it does with connections whose request was answered, as it was
 * refused, before its body came whole: nobody reads that. Used by the thread of one connection.
 */
final class UnreadAnswers extends ChannelDuplexHandler {
    /** Requests that are not answered, or whose answer has not left. Hardly any client sends one before the answer to another. */
    static final int MOST_REQUESTS = 4;

    /** Milliseconds in which some of an answer is taken. */
    static final long STALL = 30_000;

    /** Milliseconds for a caller to take the answer to a request whose body it still sends. */
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

    /** A number that changes as bytes leave: what waits, without what has left of the part that is sent. */
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
