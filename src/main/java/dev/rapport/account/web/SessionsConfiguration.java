package dev.rapport.account.web;

import dev.rapport.platform.ClockTrust;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {
    /** Declared late: seen earlier, it would keep Boot from making the repository that it stands before. */
    @Bean
    static BeanDefinitionRegistryPostProcessor declaresSessionsWithoutRoom() {
        return registry -> registry.registerBeanDefinition(
                "sessionsWithoutRoom",
                BeanDefinitionBuilder.genericBeanDefinition(SessionsWithoutRoom.class)
                        .setPrimary(true)
                        .getBeanDefinition());
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
