package dev.syncline.route;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Types that route files name, or that their expressions reach, and that a native image would not hold otherwise. */
@RegisterForReflection(
        targets = {
            ConnectException.class,
            ConnectionClosedException.class,
            Exception.class,
            Functions.class,
            HttpOperationFailedException.class,
            Jsonata.class,
            NoHttpResponseException.class,
            SocketException.class,
            SocketTimeoutException.class,
            Throwable.class,
            UnknownHostException.class
        })
final class RouteFileTypes {
    private RouteFileTypes() {}
}
