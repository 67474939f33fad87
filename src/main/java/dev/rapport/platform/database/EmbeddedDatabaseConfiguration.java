package dev.rapport.platform.database;

import dev.rapport.platform.RapportHome;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Says where the database is, unless another server is named; the pool and all that hangs on it is Boot's either way. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoServerNamed.class)
class EmbeddedDatabaseConfiguration {
    @Bean
    EmbeddedDatabase embeddedDatabase(RapportHome home) {
        return EmbeddedDatabase.start(home.path(), ServerSettings.durable());
    }

    @Bean
    ServerWatch serverWatch(EmbeddedDatabase database) {
        return new ServerWatch(database);
    }

    /** The pool is made from this, so that it closes before the server does. */
    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new Connection(database);
    }

    /** Not a record: its text must not show the password. */
    private static final class Connection implements JdbcConnectionDetails {
        private final EmbeddedDatabase database;

        private Connection(EmbeddedDatabase database) {
            this.database = database;
        }

        @Override
        public String getJdbcUrl() {
            return database.url("rapport");
        }

        @Override
        public String getUsername() {
            return "rapport";
        }

        @Override
        public String getPassword() {
            return database.password();
        }
    }

    static class NoServerNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
