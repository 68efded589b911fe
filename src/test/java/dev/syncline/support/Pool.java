package dev.syncline.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;

/** A pool of connections, as the program makes one of a system's configuration. */
final class Pool {
    private Pool() {}

    static AgroalDataSource of(Class<? extends Driver> driver, String url, String user, String password)
            throws SQLException {
        return AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        AgroalPropertiesReader.PROVIDER_CLASS_NAME,
                        driver.getName(),
                        AgroalPropertiesReader.JDBC_URL,
                        url,
                        AgroalPropertiesReader.PRINCIPAL,
                        user,
                        AgroalPropertiesReader.CREDENTIAL,
                        password,
                        AgroalPropertiesReader.MAX_SIZE,
                        "10",
                        AgroalPropertiesReader.ACQUISITION_TIMEOUT_MS,
                        "10000",
                        AgroalPropertiesReader.CONNECTION_VALIDATOR,
                        "default",
                        AgroalPropertiesReader.VALIDATE_ON_BORROW,
                        "true",
                        AgroalPropertiesReader.EXCEPTION_SORTER,
                        "fatal"))
                .get());
    }
}
