package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a text holds, it arrives as it is, also within arrays, hstore and JSON, and is no difference the next time. */
class PostgresTextProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static SqlTarget target;

    @BeforeContainer
    static void makeTable() throws SQLException {
        target = new SqlTarget(
                PlainPostgres.source(),
                "{table: texts, key: {id: id}, columns: {one: one, many: many, grid: grid, pairs: pairs, doc: doc}}",
                "id");
        target.execute(
                "create extension if not exists hstore",
                "drop table if exists texts",
                "create table texts (id int primary key, one text, many text[], grid text[], pairs hstore, doc jsonb)");
    }

    /** Quotes, brackets, words of the literals, characters of two Java characters; no NUL and no halves. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "\"", "\\", "'", "{", "}", "[", "]", "(", ")", ",", "=>", "=", " ", "\t", "\n", "NULL", "null", "?",
                "??", "$1", ":", "ä", "😀", "\u00a0", "\u2028", "x", "1", "/*", "--", "%");
        return odd.list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    @Property(tries = 150)
    void arrivesAndIsUnchanged(
            @ForAll("texts") String one, @ForAll("lists") List<String> many, @ForAll("maps") Map<String, String> pairs)
            throws SQLException {
        ObjectNode content = JSON.createObjectNode().put("id", 1).put("one", one);
        ArrayNode list = content.putArray("many");
        many.forEach(list::add);
        ArrayNode grid = content.putArray("grid");
        grid.addArray().add(one).add("a");
        grid.addArray().add("b").addNull();
        ObjectNode map = content.putObject("pairs");
        pairs.forEach(map::put);
        content.set("doc", map);
        target.execute("delete from texts");
        Answer created = target.write("1", content.toString());
        assertEquals(Result.CREATED, created.result(), created.reason());
        assertEquals(Result.UNCHANGED, target.write("1", content.toString()).result(), content::toString);
        assertEquals(
                List.of(one + "|" + many.size() + "|" + one),
                target.rows("select one, cardinality(many), grid[1][1] from texts"));
        for (int i = 0; i < many.size(); i++) {
            assertEquals(List.of(many.get(i)), target.rows("select many[" + (i + 1) + "] from texts"));
        }
        assertEquals(List.of("t"), target.rows("select hstore_to_jsonb(pairs) = doc from texts"), content::toString);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return texts().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(3);
    }
}
