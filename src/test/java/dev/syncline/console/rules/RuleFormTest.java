package dev.syncline.console.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call that a form of a rule makes, as browsers fill it. */
class RuleFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "name | eq | A \"b\" | null | {'route':'r','effect':'HOLD','field':'name','operator':'eq','value':'A \\\"b\\\"'}",
                "name | eq | ` A ` | true | {'route':'r','effect':'HOLD','field':'name','operator':'eq','value':' A ',"
                        + "'ignoreCase':true}",
                "name | in | `A\r\n\r\n B, C \r\n` | null | {'route':'r','effect':'HOLD','field':'name','operator':'in',"
                        + "'value':['A','B, C']}",
                "name | missing | ignored | true | {'route':'r','effect':'HOLD','field':'name','operator':'missing'}",
                "total | gt | 7 | true | {'route':'r','effect':'HOLD','field':'total','operator':'gt','value':'7'}",
                "`` | eq | x | true | {'route':'r','effect':'HOLD'}",
                "null | null | null | null | {'route':'r','effect':'HOLD'}"
            })
    void theBodyHasWhatWasFilledAndFitsTheOperator(
            String field, String operator, String value, String ignoreCase, String body) throws Exception {
        RuleForm form = new RuleForm();
        form.route = " r ";
        form.effect = "HOLD";
        form.reason = "";
        form.field = field;
        form.operator = operator;
        form.value = value;
        form.ignoreCase = ignoreCase;
        assertEquals(JSON.readTree(body.replace('\'', '"')), JSON.readTree(form.body()));
    }
}
