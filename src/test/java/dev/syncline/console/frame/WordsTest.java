package dev.syncline.console.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "paymentTerms, payment terms",
        "status, status",
        "product added, product added",
        "supplier order number, supplier order number",
        "glCodeID, gl code ID",
        "vendorNoOfERP, vendor no of ERP",
        "GTIN, GTIN",
        "unit_cost, unit cost",
        "meta.next, meta next",
        "line2Total, line2 total",
        "'', ''"
    })
    void fieldsAreReadAsWords(String name, String words) {
        assertEquals(words, Words.ofField(name));
    }

    @ParameterizedTest
    @CsvSource({"MISSING_ITEM, Missing item", "CREATED, Created", "BACK_ORDERED, Back ordered", "'', ''"})
    void constantsAreReadAsWords(String name, String words) {
        assertEquals(words, Words.ofConstant(name));
    }
}
