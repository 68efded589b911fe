package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is a drift where a record may leave fields out, as those of HTTP sources may. */
class ShapesTest {
    private final List<String> told = new ArrayList<>();
    private int passed;
    private Shapes shapes;

    @BeforeEach
    void makeTables() throws SQLException, IOException {
        try (Connection connection = PlainPostgres.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists sync_horizon, sync_shape, sync_run cascade");
            statement.execute("create table sync_run (id integer)");
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V7__sources.sql")));
        }
        shapes = new Shapes(PlainPostgres.source(), new SourceNews() {
            @Override
            public void changed(String route, List<String> fields, String text) {
                told.addAll(fields);
            }

            @Override
            public void passed(String route, Depth depth) {
                passed++;
            }
        });
    }

    @Test
    void aFieldThatAllHadAndNoneHasIsGone() throws SQLException {
        seen(Set.of("no", "name"), Set.of("no", "name", "fax"), true);
        String message = assertThrows(Drift.class, () -> seen(Set.of("no"), Set.of("no", "fax"), false))
                .getMessage();
        assertTrue(message.contains("name"), message);
        assertEquals(1, passed);
        seen(Set.of("no", "name"), Set.of("no", "name"), false);
        assertEquals(2, passed, "says that it is back");
    }

    @Test
    void aFieldThatSomeLeaveOutIsNot() throws SQLException {
        seen(Set.of("no", "name"), Set.of("no", "name", "fax"), true);
        seen(Set.of("no", "name"), Set.of("no", "name"), true);
        seen(Set.of("no"), Set.of("no", "name"), false);
        seen(Set.of("no"), Set.of("no"), true);
    }

    /** All records that changed may have a field that others lack. */
    @Test
    void changesAloneDoNotMakeAFieldOneThatAllHave() throws SQLException {
        seen(Set.of("no"), Set.of("no"), true);
        seen(Set.of("no", "closed"), Set.of("no", "closed"), false);
        seen(Set.of("no"), Set.of("no"), false);
    }

    @Test
    void anEditedRouteBeginsAnew() throws SQLException {
        seen(Set.of("no", "name"), Set.of("no", "name"), true);
        shapes.check("r", Depth.SHALLOW, "another map", Set.of("no"), Set.of("no"), true);
    }

    @Test
    void aKeyOfAnotherKindIsRefusedAndAnotherTypeOfItIsNot() throws SQLException {
        shapes.check("r", Depth.SHALLOW, "q", Map.of("no", "number int4"), Set.of("no"));
        shapes.check("r", Depth.SHALLOW, "q", Map.of("no", "number int8"), Set.of("no"));
        assertThrows(
                InvalidSource.class,
                () -> shapes.check("r", Depth.SHALLOW, "q", Map.of("no", "text varchar"), Set.of("no")));
    }

    @Test
    void tellsOnceOfFieldsThatAreNewOrOfAnotherKindAndNotOfOtherTypes() throws SQLException {
        shapes.check("r", Depth.SHALLOW, "q", Map.of("no", "number int4", "size", "number int4"), Set.of("no"));
        assertTrue(told.isEmpty(), told.toString());
        for (int i = 0; i < 2; i++) {
            shapes.check(
                    "r",
                    Depth.SHALLOW,
                    "q",
                    Map.of("no", "number int8", "size", "text varchar", "colour", "text varchar"),
                    Set.of("no"));
            assertEquals(List.of("size", "colour"), told);
        }
    }

    private void seen(Set<String> inAll, Set<String> inAny, boolean isWhole) throws SQLException {
        shapes.check("r", Depth.SHALLOW, "a map", inAll, inAny, isWhole);
    }
}
