package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads of a run whose SQL source is not as its route says: what, where, and what to do. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SourceMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger-no-table-to-relay | the source refuses its query: ERROR: relation \"nowhere\" does not exist"
                        + " | Correct the query",
                "ledger-miscast-to-relay | Route ledger-miscast-to-relay: system ledger cannot work out a value of its query:"
                        + " ERROR: invalid input syntax for type integer: \"12a\" | changedAtFormat",
                "stranger-items-to-relay | role \"nouser\" does not exist | SYNCLINE_SYSTEMS_STRANGER_USERNAME",
                "stranger-items-to-relay | System stranger | syncline.systems.stranger.password",
                "nowhere-items-to-relay | System nowhere | SYNCLINE_SYSTEMS_NOWHERE_JDBC_URL",
                "ledger-misquoted-to-relay | parameter required names the field 'partyName', and its query gives"
                        + " 'partyname' | as \"partyName\""
            })
    void saysWhatAndWhereAndWhatToDo(String route, String what, String cure) {
        JsonPath run = Api.run(route, "range=all");
        assertEquals("FAILED", run.getString("status"));
        String reason = run.getString("reason");
        assertTrue(reason.contains(what) && reason.contains(cure), reason);
        for (String ours : List.of("Exception", "Exchange[", "Method with name", "bean:")) {
            assertFalse(reason.contains(ours), reason);
        }
    }
}
