package dev.rapport.testing;

import dev.rapport.platform.database.SharedServer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The database that all others are copied from. Named by its migrations' content, so that it's made once for each. */
final class MigratedTemplate {
    private static final String PREFIX = "rapport_template_";

    private MigratedTemplate() {}

    static String name() {
        return Holder.NAME;
    }

    private static String make() {
        SharedServer server = SharedServer.get();
        try (Connection connection = server.admin();
                Statement statement = connection.createStatement()) {
            String name = PREFIX + fingerprint();
            if (server.isOurs()) {
                dropLeftovers(statement, name);
            }
            if (isWhole(statement, name)) {
                return name;
            }
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 OWNER "
                    + server.owner().username());
            TestDatabase target = TestDatabase.named(name);
            Flyway.configure()
                    .dataSource(target.url(), target.username(), target.password())
                    .load()
                    .migrate();
            statement.execute("ALTER DATABASE " + name + " IS_TEMPLATE true");
            return name;
        } catch (SQLException | IOException | NoSuchAlgorithmException cause) {
            throw new IllegalStateException("The template of the test databases can't be made", cause);
        }
    }

    private static boolean isWhole(Statement statement, String name) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT FROM pg_database WHERE datistemplate AND datname = '" + name + "'")) {
            return found.next();
        }
    }

    /** What runs that were killed have left; ours alone is the folder that they lie in. */
    private static void dropLeftovers(Statement statement, String kept) throws SQLException {
        List<String> leftovers = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT datname FROM pg_database WHERE datname <> '" + kept
                + "' AND (starts_with(datname, '" + PREFIX + "') OR starts_with(datname, '" + TestDatabase.PREFIX
                + "'))")) {
            while (found.next()) {
                leftovers.add(found.getString(1));
            }
        }
        for (String name : leftovers) {
            statement.execute("ALTER DATABASE " + name + " IS_TEMPLATE false");
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static String fingerprint() throws IOException, NoSuchAlgorithmException {
        Resource[] migrations =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        Arrays.sort(migrations, Comparator.comparing(Resource::getFilename));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Resource migration : migrations) {
            digest.update(migration.getFilename().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(migration.getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static final class Holder {
        private static final String NAME = make();
    }
}
