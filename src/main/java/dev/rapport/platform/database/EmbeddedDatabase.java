package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL as a child of this process, on the {@code database} folder of the home, reached by {@code rapport}. */
final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Password superuser;
    /** Of the application's role: a new one at each start, kept nowhere. */
    private final String password = Password.random();

    private EmbeddedDatabase(EmbeddedPostgres server, Password superuser) {
        this.server = server;
        this.superuser = superuser;
    }

    /** The caller holds the home's lock. */
    static EmbeddedDatabase start(Path home, ServerSettings settings) {
        return start(home, new Launcher(home, settings));
    }

    static EmbeddedDatabase start(Path home, Launcher launcher) {
        long said = launcher.log().size();
        Cluster cluster = new Cluster(home);
        try {
            boolean existing = cluster.exists();
            Password superuser = Password.of(home, existing);
            if (!existing) {
                cluster.create(launcher, superuser);
            }
            // A copied folder has come with the modes of the copying; PostgreSQL refuses one that others can read.
            OwnerOnly.folder(cluster.data());
            Postmaster.endLeftover(cluster.data());
            return new EmbeddedDatabase(launcher.start(cluster.data(), superuser), superuser).letApplicationIn();
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError cause) {
            throw new StartDiagnosis(home, launcher.log(), cause)
                    .refusal(launcher.log().failuresSince(said));
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    String password() {
        return password;
    }

    Password superuser() {
        return superuser;
    }

    private EmbeddedDatabase letApplicationIn() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE rapport PASSWORD '" + password + "'");
        } catch (SQLException failed) {
            server.close();
            throw failed;
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
