package dev.syncline.sandbox.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDatabaseTest {
    /** A server's data, made once: a test begins with a copy of them. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private SandboxDatabase database;

    @BeforeAll
    static void make() {
        SandboxDatabase.start(made).close();
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve(made.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void continuesWithItsDataAfterAnOrderlyEnd() throws SQLException {
        database = SandboxDatabase.start(folder);
        execute("create table kept as select 42 as answer");
        database.close();
        assertStopped();

        database = SandboxDatabase.start(folder);
        assertEquals(42, number("select answer from kept"));
    }

    @Test
    void attachesToTheServerOfAKilledProgram() throws Exception {
        long server;
        Process program = program();
        try (BufferedReader output = program.inputReader()) {
            server = Long.parseLong(output.readLine());
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertTrue(isAlive(server));

        database = SandboxDatabase.start(folder);
        assertEquals(server, database.pid());
        database.close();
        assertStopped();
    }

    @Test
    void staysUpWhileAnotherProgramIsOnIt() throws Exception {
        Process program = program();
        try (BufferedReader output = program.inputReader()) {
            long server = Long.parseLong(output.readLine());
            database = SandboxDatabase.start(folder);
            database.close();
            assertTrue(isAlive(server));

            program.destroy();
            assertTrue(program.waitFor(30, TimeUnit.SECONDS));
            assertStopped();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerIsKilledToo() throws Exception {
        database = SandboxDatabase.start(folder);
        execute("create table kept as select 42 as answer");
        ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);

        database = SandboxDatabase.start(folder);
        assertEquals(42, number("select answer from kept"));
    }

    @Test
    void isNotMisledByAProcessThatGotTheNumberOfItsServer() throws Exception {
        database = SandboxDatabase.start(folder);
        execute("create table kept as select 42 as answer");
        database.close();
        long own = ProcessHandle.current().pid();
        Files.write(
                folder.resolve("postgres/postmaster.pid"),
                List.of(String.valueOf(own), folder.resolve("postgres").toString(), "0", "1", "", "localhost"));

        database = SandboxDatabase.start(folder);
        assertNotEquals(own, database.pid());
        assertEquals(42, number("select answer from kept"));
    }

    @Test
    void beginsAgainWhereItsMakingWasCutShort() throws Exception {
        Path half = folder.resolve("half");
        Files.createDirectories(half.resolve("postgres/base"));
        Files.writeString(half.resolve("postgres/PG_VERSION"), "17");

        database = SandboxDatabase.start(half);
        assertEquals(1, number("select 1"));
    }

    /** Another program on the folder; it prints the number of the server's process and waits. */
    private Process program() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static class OtherProgram {
        public static void main(String[] args) throws InterruptedException {
            System.out.println(SandboxDatabase.start(Path.of(args[0])).pid());
            Thread.currentThread().join();
        }
    }

    private void assertStopped() {
        assertFalse(Files.exists(folder.resolve("postgres/postmaster.pid")));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource(SandboxDatabase.USER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.dataSource(SandboxDatabase.USER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
