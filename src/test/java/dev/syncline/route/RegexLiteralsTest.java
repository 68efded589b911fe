package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dashjoin.jsonata.Jsonata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'a': $contains(name, /x/i)}|",
                "{'a': $match(name, /([a-z]+)\\/[/()]/, 1).match}|",
                "{'a': $replace(name, /a\\(b/, function($m) { $m.match & '/' })}|",
                "{'a': name ~> $replace(/x/, '-')}|",
                "{'a': $map(names, $split(?, /[,;]/))}|",
                "{'a': a / b, 'c': a.* / 2, 'd': (a) / $sum(b) / 3, 'e': [1][0] / 2}|",
                "{'a': '/x/', 'b': `a/b` / 2, 'c': /* ~> /x/ */ 1}|",
                "{'a': $f(\"it's\", a/b/c)}|",
                "{'a': name ~> /x/}|/x/",
                "{'a': $filter(names, /x/)}|/x/",
                "($r := /x/; {'a': name ~> $r})|/x/",
                "{'a': $contains(name, 'x') ? /y/ : 1}|/y/",
                "($f := function($t, $r) { $t ~> $r }; {'a': $f(name, /x/)})|/x/",
                "{'a': $eval(name)}|$eval",
                "{'a': name ~> $eval()}|$eval",
            })
    void areArgumentsOfWhatBoundsThem(String map, String fault) {
        String expression = map.replace('\'', '"').replace("\"it\"s\"", "'it s'");
        Jsonata.jsonata(expression); // the library reads it
        String found = RegexLiterals.fault(expression).orElse("");
        assertEquals(fault == null, found.isEmpty(), found);
        assertEquals(true, found.contains(fault == null ? "" : fault), found);
    }
}
