package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverTimeoutsTest {
    @Test
    void eachDriverIsToldInItsOwnWordsAndUnits() {
        assertEquals(
                Map.of(
                        "connectTimeout", "5",
                        "loginTimeout", "30",
                        "socketTimeout", "30",
                        "cancelSignalTimeout", "5",
                        "tcpKeepAlive", "true"),
                of("jdbc:postgresql://erp/erp"));
        assertEquals(
                Map.of("connectTimeout", "5000", "socketTimeout", "30000", "tcpKeepAlive", "true"),
                of("jdbc:mariadb://shop/shop"));
        assertEquals(
                Map.of(
                        "loginTimeout",
                        "30",
                        "socketTimeout",
                        "30000",
                        "queryTimeout",
                        "600",
                        "cancelQueryTimeout",
                        "5"),
                of("jdbc:sqlserver://depot;encrypt=true"));
    }

    @Test
    void whatTheUrlSaysItselfStays() {
        assertEquals(
                Map.of("loginTimeout", "30", "cancelSignalTimeout", "5", "tcpKeepAlive", "true"),
                of("jdbc:postgresql://erp/erp?connectTimeout=60&SocketTimeout=0"));
        assertEquals(
                Map.of("socketTimeout", "30000", "queryTimeout", "600", "cancelQueryTimeout", "5"),
                of("jdbc:sqlserver://depot;loginTimeout=1"));
    }

    private static Map<String, String> of(String url) {
        return DriverTimeouts.of(url, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }
}
