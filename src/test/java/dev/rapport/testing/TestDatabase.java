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
        return copyOf(MigratedTemplate.name());
    }

    /** Without any migration. */
    public static TestDatabase empty() {
        return copyOf("template0");
    }

    private static TestDatabase copyOf(String template) {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        SharedServer server = SharedServer.get();
        asAdmin("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER "
                + server.owner().username());
        if (!server.isOurs()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> asAdmin("DROP DATABASE " + name + " WITH (FORCE)")));
        }
        return named(name);
    }

    private static void asAdmin(String sql) {
        try (Connection connection = SharedServer.get().admin();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException cause) {
            throw new IllegalStateException("The server of the tests refuses: " + sql, cause);
        }
    }

    static TestDatabase named(String name) {
        SharedServer server = SharedServer.get();
        return new TestDatabase(
                server.url(name), server.owner().username(), server.owner().password());
    }
}
