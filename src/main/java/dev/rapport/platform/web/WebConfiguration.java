package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    LocaleResolver localeResolver(ObjectProvider<BusinessSettings> business) {
        return new LanguageResolver(business);
    }

    /** A read would otherwise wait for the disk on every page: the last access is written at most once a minute. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seldomTouchedSessions() {
        return repository -> repository.setUpdateSessionQuery("""
                WITH next (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id) AS (
                  VALUES (?::char(36), ?::bigint, ?::integer, ?::bigint, ?::varchar, ?::char(36)))
                UPDATE %TABLE_NAME% s
                SET session_id = next.session_id, last_access_time = next.last_access_time,
                    max_inactive_interval = next.max_inactive_interval, expiry_time = next.expiry_time,
                    principal_name = next.principal_name
                FROM next
                WHERE s.primary_id = next.primary_id
                  AND (abs(s.last_access_time - next.last_access_time) > 60000 OR s.session_id <> next.session_id
                       OR s.max_inactive_interval <> next.max_inactive_interval
                       OR s.principal_name IS DISTINCT FROM next.principal_name)
                """);
    }
}
