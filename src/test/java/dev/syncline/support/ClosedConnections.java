package dev.syncline.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * Has the application close the connection of each of RestAssured's calls. RestAssured opens one for each, and leaves it
 * to the garbage collector: the application would soon refuse more.
 */
public class ClosedConnections implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            request.header("Connection", "close");
            return chain.next(request, response);
        });
    }
}
