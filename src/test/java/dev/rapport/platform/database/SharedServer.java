package dev.rapport.platform.database;

import dev.rapport.platform.RapportHome;
import dev.rapport.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one PostgreSQL of all test classes: the product's own, or the one that the system property {@code
 * rapport.test.database.url} names (with {@code .username} and {@code .password}).
 */
public final class SharedServer {
    private static final String EXTERNAL = "rapport.test.database.";

    private final String adminUrl;
    private final Login admin;
    private final Login owner;

    /** Who may do what: the admin makes databases, the owner is what the application signs in as. */
    public record Login(String username, String password) {}

    private SharedServer(String adminUrl, Login admin, Login owner) {
        this.adminUrl = adminUrl;
        this.admin = admin;
        this.owner = owner;
    }

    public static SharedServer get() {
        return Holder.SERVER;
    }

    public boolean isOurs() {
        return System.getProperty(EXTERNAL + "url") == null;
    }

    public Login owner() {
        return owner;
    }

    public String url(String database) {
        return adminUrl.replaceFirst("/[^/?]*($|\\?)", "/" + database + "$1");
    }

    public Connection admin() throws SQLException {
        return DriverManager.getConnection(adminUrl, admin.username(), admin.password());
    }

    /** Its databases belong to a role without power there too, as the product's do. */
    private static SharedServer external() {
        Login admin = new Login(
                System.getProperty(EXTERNAL + "username", "postgres"), System.getProperty(EXTERNAL + "password", ""));
        Login owner = new Login("rapport_tests", Password.random());
        SharedServer server = new SharedServer(System.getProperty(EXTERNAL + "url"), admin, owner);
        try (Connection connection = server.admin();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DO $$ BEGIN CREATE ROLE rapport_tests LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
            statement.execute("ALTER ROLE rapport_tests PASSWORD '" + owner.password() + "'");
        } catch (SQLException cause) {
            throw new IllegalStateException("The server of the tests makes no role", cause);
        }
        return server;
    }

    /** Kept from run to run, so that only the first one of a clean checkout makes a cluster. */
    private static SharedServer embedded() {
        RapportHome home = freeHome();
        EmbeddedDatabase database = EmbeddedDatabase.start(
                home.path(),
                ServerSettings.durable()
                        .with("fsync", "off")
                        .with("synchronous_commit", "off")
                        .with("full_page_writes", "off")
                        .with("max_connections", "100"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (home) {
                database.close();
            } catch (IOException alreadyGone) {
                // the next run ends what is left
            }
        }));
        return new SharedServer(
                database.url("postgres"),
                new Login("postgres", database.superuser().text()),
                new Login("rapport", database.password()));
    }

    /** A second run in the same checkout takes the next folder. */
    private static RapportHome freeHome() {
        List<Path> folders = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> Path.of("target", "test-database-" + number))
                .toList();
        for (Path folder : folders) {
            try {
                return RapportHome.open(folder, "tests");
            } catch (StartRefused taken) {
                if (folder.equals(folders.get(folders.size() - 1))) {
                    throw taken;
                }
            }
        }
        throw new AssertionError("no folder");
    }

    private static final class Holder {
        private static final SharedServer SERVER =
                System.getProperty(EXTERNAL + "url") == null ? embedded() : external();
    }
}
