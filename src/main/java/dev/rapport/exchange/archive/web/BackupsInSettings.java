package dev.rapport.exchange.archive.web;

import dev.rapport.platform.web.SettingsSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupsInSettings {
    @Bean
    SettingsSection backupsSection() {
        return new SettingsSection(70, "backups", "archive.title", "/settings/backups");
    }
}
