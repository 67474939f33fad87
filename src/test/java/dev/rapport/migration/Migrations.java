package dev.rapport.migration;

import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The schema as a release left it, with data of its time. */
public final class Migrations {
    private Migrations() {}

    /** Each release adds a file with its last migration's number and rows in every table. */
    public static List<String> released() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:released/V*.sql"))
                .map(Resource::getFilename)
                .map(name -> name.replaceAll("\\D", ""))
                .toList();
    }

    public static DataSource asReleased(String version) throws SQLException {
        DataSource database = connectionsOf(TestDatabase.empty());
        flyway(database).target(version).load().migrate();
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("released/V" + version + ".sql"));
        }
        return database;
    }

    /** As the program configures it. */
    static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure().dataSource(database).ignoreMigrationPatterns(new String[0]);
    }

    static DataSource connectionsOf(TestDatabase database) {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }
}
