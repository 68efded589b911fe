package dev.syncline.console.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0/5 * * * ?      | every 5 minutes (0 0/5 * * * ?)",
                "0 2/5 * * * ?      | every 5 minutes (0 2/5 * * * ?)",
                "0 0/1 * * * ?      | every minute (0 0/1 * * * ?)",
                "*/10 * * * * ?     | every 10 seconds (*/10 * * * * ?)",
                "0 15 * * * ?       | every hour, 15 minutes past (0 15 * * * ?)",
                "0 30 2 * * ?       | every day at 02:30 (0 30 2 * * ?)",
                "0 0/40 * * * ?     | 0 0/40 * * * ?",
                "0 50/20 * * * ?    | 0 50/20 * * * ?",
                "0 0 2 ? * MON-FRI  | 0 0 2 ? * MON-FRI",
                "0 0/5 8-18 * * ?   | 0 0/5 8-18 * * ?"
            })
    void saysASimpleScheduleInWords(String cron, String text) {
        assertEquals(text, ScheduleText.of(cron));
    }
}
