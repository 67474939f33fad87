package dev.rapport.exchange.web;

import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import dev.rapport.platform.web.SettingsSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPaths {
    @Bean
    OwnerPaths importsOfOwners() {
        return () -> List.of("/imports", "/imports/**", "/exports", "/exports/**");
    }

    @Bean
    SettingsSection exportInSettings() {
        return new SettingsSection(70, "exports", "exchange.export.title", "/exports");
    }

    @Bean
    Navigation importNavigation() {
        return () -> List.of(NavItem.of(85, "imports", "exchange.nav", "box-arrow-in-down", "/imports")
                .forOwners());
    }
}
