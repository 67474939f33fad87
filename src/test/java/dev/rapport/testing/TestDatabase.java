package dev.rapport.testing;

import dev.rapport.platform.database.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A database of its own with every migration applied, copied from a template in a fraction of a second. */
public record TestDatabase(String url, String username, String password) {
    static final String PREFIX = "rapport_test_";

    public static TestDatabase fresh() {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        SharedServer server = SharedServer.get();
        try (Connection connection = server.admin();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + MigratedTemplate.name() + " OWNER "
                    + server.owner().username());
        } catch (SQLException cause) {
            throw new IllegalStateException("The server of the tests makes no database", cause);
        }
        return named(name);
    }

    static TestDatabase named(String name) {
        SharedServer server = SharedServer.get();
        return new TestDatabase(
                server.url(name), server.owner().username(), server.owner().password());
    }
}
