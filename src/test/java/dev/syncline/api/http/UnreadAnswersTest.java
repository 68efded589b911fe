package dev.syncline.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that does not read its answers costs a few of them, and no more. */
class UnreadAnswersTest {
    /** Answers that have not left yet: the client reads nothing. */
    private final Deque<ChannelPromise> unread = new ArrayDeque<>();

    private final EmbeddedChannel connection = connection();

    private EmbeddedChannel connection() {
        EmbeddedChannel channel = new EmbeddedChannel(
                new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
                        unread.add(promise);
                    }
                },
                new UnreadAnswers());
        channel.freezeTime();
        return channel;
    }

    @Test
    void asManyRequestsAsAreReadOneAfterTheOther() {
        for (int i = 0; i < 100; i++) {
            ask();
            answer(HttpResponseStatus.OK);
            unread.remove().setSuccess();
        }
        assertTrue(connection.isOpen());
        assertEquals(100, connection.inboundMessages().size());
    }

    @Test
    void requestsThatAreNotAnsweredEndTheConnection() {
        for (int i = 0; i < UnreadAnswers.MOST_REQUESTS; i++) {
            ask();
        }
        assertTrue(connection.isOpen());
        connection.writeInbound(request(), request());
        assertFalse(connection.isOpen());
        assertEquals(UnreadAnswers.MOST_REQUESTS, connection.inboundMessages().size(), "the others are thrown away");
    }

    @Test
    void answersThatAreNotReadDoSoToo() {
        for (int i = 0; i < UnreadAnswers.MOST_REQUESTS; i++) {
            ask();
            answer(HttpResponseStatus.CONTINUE);
            unread.removeLast().setSuccess(); // which is no answer
            answer(HttpResponseStatus.OK);
        }
        assertTrue(connection.isOpen());
        ask();
        assertFalse(connection.isOpen());
    }

    @Test
    void anAnswerOfWhichNothingIsTakenIsGivenUp() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        connection.runPendingTasks();
        pass(UnreadAnswers.STALL - 1);
        assertTrue(connection.isOpen());
        pass(2);
        assertFalse(connection.isOpen());
    }

    @Test
    void oneThatIsTakenSlowlyIsNot() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        connection.runPendingTasks();
        pass(UnreadAnswers.STALL - 1);
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        connection.runPendingTasks();
        pass(UnreadAnswers.STALL);
        assertTrue(connection.isOpen());
    }

    @Test
    void aBodyThatComesAfterItsAnswerIsWaitedForAMoment() {
        for (int i = 0; i < 2; i++) {
            connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
            answer(HttpResponseStatus.UNAUTHORIZED);
            unread.remove().setSuccess();
            pass(UnreadAnswers.LINGER - 1);
            assertTrue(connection.isOpen());
            if (i == 0) {
                connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
                pass(UnreadAnswers.LINGER);
                assertTrue(connection.isOpen(), "it came");
            }
        }
        pass(2);
        assertFalse(connection.isOpen());
    }

    @Test
    void aBodyThatComesBeforeItsAnswerMayTakeItsTime() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        pass(10 * UnreadAnswers.LINGER);
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        answer(HttpResponseStatus.OK);
        unread.remove().setSuccess();
        pass(10 * UnreadAnswers.LINGER);
        assertTrue(connection.isOpen());
    }

    private void ask() {
        connection.writeInbound(request());
    }

    private static DefaultFullHttpRequest request() {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
    }

    private void answer(HttpResponseStatus status) {
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(new byte[10])));
    }

    private void pass(long millis) {
        connection.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
        connection.runPendingTasks();
    }
}
