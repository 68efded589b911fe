package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIdsTest {
    @ParameterizedTest
    @CsvSource({
        "1,,,, 001,,,, true",
        "1,A,,, 1,A,,, true",
        "1,A,,, 1,B,,, false",
        "1,A,X,, 1,B,X,, true",
        "1,,,, 2,,,, false",
        "1,A,,, 2,A,,, false",
        ",A,,, 7,A,,, true",
        ",,x-1,, 7,B,X-1 ,, true",
        ",,,401, ,,,401, true",
        ",,,, ,,,, false",
        "0,,,, 00,,,, true"
    })
    void tellsLinesApart(
            String line,
            String item,
            String supplierItem,
            String gtin,
            String otherLine,
            String otherItem,
            String otherSupplierItem,
            String otherGtin,
            boolean same) {
        LineIds one = new LineIds(line, item, supplierItem, gtin);
        LineIds other = new LineIds(otherLine, otherItem, otherSupplierItem, otherGtin);
        assertEquals(same, one.isSameLine(other));
        assertEquals(same, other.isSameLine(one));
    }
}
