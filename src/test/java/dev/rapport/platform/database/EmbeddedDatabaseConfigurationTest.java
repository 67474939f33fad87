package dev.rapport.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @Test
    void feedsThePoolAndOutlivesIt(@TempDir Path folder) throws IOException {
        application
                .withBean(RapportHome.class, () -> RapportHome.open(folder, "tests"))
                .withPropertyValues("spring.datasource.url=", "spring.datasource.hikari.maximum-pool-size=3")
                .run(context -> {
                    assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize())
                            .isEqualTo(3);
                    assertThat(context.getBean(JdbcClient.class)
                                    .sql("SELECT current_user || '@' || current_database()")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("rapport@rapport");
                    assertThat(folder.resolve("database/postmaster.pid")).exists();
                });

        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
        String said = Files.readString(folder.resolve("database.log"));
        // Since the last start: the one before made the cluster, with a connection of its own.
        assertThat(said.substring(said.lastIndexOf("starting PostgreSQL")))
                .contains("database system is shut down")
                .as("no connection was open any more when the server ended")
                .doesNotContain("terminating connection");
        RapportHome.open(folder, "free again").close();
    }

    @Test
    void startsNoServerWhenOneIsNamed() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://192.0.2.1/crm")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://192.0.2.1/crm");
                });
    }
}
