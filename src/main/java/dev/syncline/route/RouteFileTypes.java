package dev.syncline.route;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.postgresql.util.PSQLException;

/** Registers types that route files or their expressions use, and that a native image would otherwise leave out. */
@RegisterForReflection(
        targets = {
            BatchUpdateException.class,
            CallNotPermittedException.class,
            ConnectException.class,
            ConnectionClosedException.class,
            EOFException.class,
            Exception.class,
            Functions.class,
            HttpOperationFailedException.class,
            IOException.class,
            Jsonata.class,
            MalformedChunkCodingException.class,
            NoHttpResponseException.class,
            NoRouteToHostException.class,
            PSQLException.class,
            SQLException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class,
            SQLServerException.class,
            SQLTimeoutException.class,
            SQLTransactionRollbackException.class,
            SQLTransientConnectionException.class,
            SSLException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class,
            SocketException.class,
            SocketTimeoutException.class,
            Throwable.class,
            TruncatedChunkException.class,
            UnknownHostException.class
        })
final class RouteFileTypes {
    private RouteFileTypes() {}
}
