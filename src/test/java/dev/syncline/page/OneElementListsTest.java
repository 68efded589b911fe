package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneElementListsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD =
            """
            {"no": 7, "lines": [{"n": 1, "item": "A", "tags": ["x"]}], "both": [{"n": 1}, {"n": 2}], "none": [],
             "attributes": [{"name": "color", "value": "red"}], "address": {"city": "Ulm", "phones": ["17"]}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'l': lines.{'i': item}} | {'l':[{'i':'A'}]}",
                "{'l': lines.item} | {'l':['A']}",
                "{'l': lines} | {'l':[{'n':1,'item':'A','tags':['x']}]}",
                "{'l': lines.{'i': item, 't': tags}} | {'l':[{'i':'A','t':['x']}]}",
                "{'l': lines.{'t': tags.{'name': $}}} | {'l':[{'t':[{'name':'x'}]}]}",
                "{'l': lines[n=1].item} | {'l':['A']}",
                "{'l': $map(lines, function($l) { $l.item })} | {'l':['A']}",
                "{'l': both.n} | {'l':[1,2]}",
                "{'l': address.phones.{'p': $}} | {'l':[{'p':'17'}]}",
                "{'l': lines[0].item} | {'l':'A'}",
                "{'l': lines[-1].item} | {'l':'A'}",
                "{'l': $sum(lines.n)} | {'l':1}",
                "{'l': $count(lines)} | {'l':1}",
                "{'l': $join(lines.item, ',')} | {'l':'A'}",
                "{'l': attributes{name: value}} | {'l':{'color':'red'}}",
                "{'l': $merge(attributes.{name: value})} | {'l':{'color':'red'}}",
                "{'l': lines.n * 2} | {'l':2}",
                "{'l': address.city} | {'l':'Ulm'}",
                "{'l': no} | {'l':7}",
                "{'l': none.n} | {}",
                "lines.{'i': item} | {'i':'A'}"
            })
    void aListOfOneStaysAListAndNothingElseBecomesOne(String map, String expected) throws Exception {
        Jsonata expression = Jsonata.jsonata(map.replace('\'', '"'));
        Map<?, ?> record = JSON.readValue(RECORD, Map.class);
        Object made = OneElementLists.kept(expression.evaluate(record), record, expression::evaluate);
        assertEquals(JSON.readTree(expected.replace('\'', '"')), JSON.valueToTree(made));
    }
}
