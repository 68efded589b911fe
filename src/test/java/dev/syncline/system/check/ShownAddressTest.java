package dev.syncline.system.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of systems are shown without what may be a secret, however they are written. */
class ShownAddressTest {
    private static final String HIDDEN = "(not shown: it has a form in which any part may be a password)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://relay.example.com/api/v2 | https://relay.example.com/api/v2",
                "http://[::1]:8080 | http://[::1]:8080",
                "https://user:hunter2@relay.example.com/api | https://relay.example.com/api",
                "https://relay.example.com/api?key=hunter2#x | https://relay.example.com/api",
                "jdbc:postgresql://one:5432,two:5432/erp?password=hunter2 | jdbc:postgresql://one:5432,two:5432/erp",
                "jdbc:mariadb://db/erp?user=a&password=hun@ter2 | jdbc:mariadb://db/erp",
                "jdbc:sqlserver://db:1433;databaseName=erp;password=hunter2 | jdbc:sqlserver://db:1433;databaseName=erp",
                "jdbc:sqlserver://db\\one;password=hunter2;database=erp | jdbc:sqlserver://db\\one;databaseName=erp",
                "jdbc:oracle:thin:scott/hunter2@//db:1521/erp | jdbc:oracle:thin:@//db:1521/erp",
                "jdbc:oracle:thin:@db:1521:erp | jdbc:oracle:thin:@db:1521:erp",
                "hunter2 | " + HIDDEN,
                "jdbc:odd:hunter2 | " + HIDDEN,
                "https://user:hun/ter2@relay.example.com | " + HIDDEN
            })
    void theAddressIsShownWithoutUserPasswordAndParameters(String configured, String shown) {
        assertEquals(shown, ShownAddress.of(configured));
    }

    /** A password of any characters, as people paste them unescaped, in each place where an address may have one. */
    @Property(tries = 200)
    void noPartOfAPasswordIsShown(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 6, max = 20) String random) {
        String password = "Zq" + random + "qZ";
        for (String address : new String[] {
            "https://user:" + password + "@host/path",
            "https://host/path?token=" + password,
            "jdbc:postgresql://host/erp?user=u&password=" + password,
            "jdbc:sqlserver://host;password=" + password + ";databaseName=erp",
            "jdbc:oracle:thin:user/" + password + "@//host/erp"
        }) {
            String shown = ShownAddress.of(address);
            assertFalse(shown.contains("Zq"), shown);
            assertFalse(shown.contains("qZ"), shown);
        }
    }
}
