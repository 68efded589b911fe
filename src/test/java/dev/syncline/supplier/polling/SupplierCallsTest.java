package dev.syncline.supplier.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.InvalidSource;
import dev.syncline.supplier.Supplier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierCallsTest {
    private final SupplierCalls calls = new SupplierCalls(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "false"})
    void anEmptyCursorIsTheEnd(String next) {
        byte[] body = ("{\"documents\":[],\"next\":" + next + "}").getBytes(StandardCharsets.UTF_8);

        assertNull(calls.documents(supplier("documents"), body, null).next());
    }

    /** Taken for the end, the documents behind it would never be read. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"cursor\":\"x\"}", "[\"x\"]", "true"})
    void whatIsNoCursorIsNotTheEnd(String next) {
        byte[] body = ("{\"documents\":[],\"next\":" + next + "}").getBytes(StandardCharsets.UTF_8);
        InvalidSource lost =
                assertThrows(InvalidSource.class, () -> calls.documents(supplier("documents"), body, null));
        assertTrue(lost.getMessage().contains("no cursor of a next page"), lost.getMessage());
    }

    @Test
    void fieldsOfObjectsInTheAnswerAreNamedWithDots() {
        byte[] body = "{\"data\":{\"documents\":[{\"content\":\"a\"}]},\"meta\":{\"next\":\"c\"}}"
                .getBytes(StandardCharsets.UTF_8);
        SupplierCalls.Documents documents = calls.documents(supplier("data.documents", "meta.next"), body, null);
        assertEquals(1, documents.documents().size());
        assertEquals("c", documents.next());
    }

    @Test
    void theLinkToTheNextPageTellsItsCursor() {
        byte[] body = {1};
        assertEquals(
                "a b",
                calls.documents(supplier(""), body, "<http://x/y?cursor=a%20b>; rel=\"next\"")
                        .next());
        assertNull(calls.documents(supplier(""), body, "<http://x/y?cursor=1>; rel=\"prev\"")
                .next());
        InvalidSource lost = assertThrows(
                InvalidSource.class, () -> calls.documents(supplier(""), body, "<http://x/y?page=2>; rel=\"next\""));
        assertTrue(lost.getMessage().contains("no parameter 'cursor'"), lost.getMessage());
    }

    @Test
    void aSuppliersClockThatIsBehindIsSeen() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        assertEquals(Duration.ofMinutes(10), SupplierCalls.behind("Sun, 22 Nov 2026 07:50:00 GMT", now));
        assertEquals(Duration.ZERO, SupplierCalls.behind("Sun, 22 Nov 2026 09:50:00 GMT", now));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday"})
    void whoTellsNoTimeIsNotBehind(String date) {
        assertEquals(Duration.ZERO, SupplierCalls.behind(date, Instant.EPOCH));
    }

    private static Supplier supplier(String list) {
        return supplier(list, "next");
    }

    private static Supplier supplier(String list, String next) {
        return new Supplier(
                "s", "V", "x12", "", "/d", "", "since", "until", "limit", 10, "cursor", list, "content", false, next,
                "", "X");
    }
}
