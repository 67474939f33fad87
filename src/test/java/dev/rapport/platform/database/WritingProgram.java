package dev.rapport.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** Starts the database of a home and says the number of each row once its commit is acknowledged. */
final class WritingProgram {
    private WritingProgram() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), ServerSettings.durable());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database)));
        try (Connection connection =
                        DriverManager.getConnection(database.url("rapport"), "rapport", database.password());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)");
            for (int id = 1; id <= Integer.parseInt(arguments[1]); id++) {
                insert.setInt(1, id);
                insert.executeUpdate();
                System.out.println(id);
            }
        }
        // stays, for the test to kill it
        Thread.currentThread().join();
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
