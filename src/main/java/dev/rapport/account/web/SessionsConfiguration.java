package dev.rapport.account.web;

import dev.rapport.platform.ClockTrust;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "spring_session",
        maxInactiveIntervalInSeconds = SessionsConfiguration.THIRTY_DAYS,
        cleanupCron = Scheduled.CRON_DISABLED)
class SessionsConfiguration {
    static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    @Bean
    @Primary
    SparingSessions sparingSessions(JdbcIndexedSessionRepository stored) {
        return new SparingSessions(new SessionsWithoutRoom(stored));
    }

    /** What answers is a single statement, which needs no transaction; what answers nothing is several. */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> reading) {
                return TransactionOperations.withoutTransaction().execute(reading);
            }

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> writing) {
                apart.executeWithoutResult(writing);
            }
        };
    }

    /** What a page says once lies in its session too: a sudden end may forget the last half second of that, not wait for the disk. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> unhurriedSessions() {
        String unhurried = "set_config('synchronous_commit', 'off', true) IS NOT NULL";
        return repository -> {
            repository.setCreateSessionAttributeQuery("""
                    INSERT INTO %%TABLE_NAME%%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                    SELECT ?::char(36), ?::varchar, ?::bytea WHERE %s
                    """.formatted(unhurried));
            repository.setUpdateSessionAttributeQuery("""
                    UPDATE %%TABLE_NAME%%_ATTRIBUTES SET ATTRIBUTE_BYTES = ?
                    WHERE SESSION_PRIMARY_ID = ? AND ATTRIBUTE_NAME = ? AND %s
                    """.formatted(unhurried));
            repository.setDeleteSessionAttributeQuery("""
                    DELETE FROM %%TABLE_NAME%%_ATTRIBUTES WHERE SESSION_PRIMARY_ID = ? AND ATTRIBUTE_NAME = ? AND %s
                    """.formatted(unhurried));
        };
    }

    /** Around the sessions' filter too, for they keep in the request what they saved. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        OrderedRequestContextFilter filter = new OrderedRequestContextFilter();
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    /** In place of the library's own, which would end every session the minute a clock runs a month ahead. */
    @Bean
    OldSessions oldSessions(JdbcIndexedSessionRepository sessions, ClockTrust clock) {
        return new OldSessions(sessions, clock);
    }

    record OldSessions(JdbcIndexedSessionRepository sessions, ClockTrust clock) {
        @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
        void remove() {
            clock.unlessLeapt(sessions::cleanUpExpiredSessions);
        }
    }
}
