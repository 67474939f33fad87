package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as a child of this process, on the {@code database} folder of the home, reached by {@code rapport}. */
final class EmbeddedDatabase implements AutoCloseable {
    private final Launcher launcher;
    private final Cluster cluster;
    private final Password superuser;
    /** Of the application's role: a new one at each start, kept nowhere. */
    private final String password = Password.random();

    private EmbeddedPostgres server;
    private @Nullable ProcessHandle process;
    private boolean closed;

    private EmbeddedDatabase(Launcher launcher, Cluster cluster, Password superuser) throws IOException {
        this.launcher = launcher;
        this.cluster = cluster;
        this.superuser = superuser;
        server = launcher.start(cluster.data(), superuser);
        process = Postmaster.of(cluster.data());
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
            return new EmbeddedDatabase(launcher, cluster, superuser).letApplicationIn();
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError cause) {
            throw new StartDiagnosis(home, launcher.log(), cause)
                    .refusal(launcher.log().failuresSince(said));
        }
    }

    synchronized String url(String database) {
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

    /** Whether its process is there; one that has ended but that nobody has collected yet has no command. */
    synchronized boolean isRunning() {
        ProcessHandle known = process;
        return closed
                || known == null
                || known.isAlive() && known.info().command().isPresent();
    }

    /**
     * Starts the server again after it has died, on the port that the pool knows.
     *
     * @throws StartRefused saying why it doesn't start
     */
    synchronized void restart() {
        if (closed) {
            return;
        }
        long said = launcher.log().size();
        try {
            int port = server.getPort();
            server.close();
            Postmaster.endLeftover(cluster.data());
            server = launcher.on(port).start(cluster.data(), superuser);
            process = Postmaster.of(cluster.data());
        } catch (IOException | IllegalStateException cause) {
            throw new StartDiagnosis(cluster.home(), launcher.log(), cause)
                    .refusal(launcher.log().failuresSince(said));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        server.close();
    }
}
