package dev.rapport.exchange.web;

import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPaths {
    @Bean
    OwnerPaths importsOfOwners() {
        return () -> List.of("/imports", "/imports/**");
    }

    @Bean
    Navigation importNavigation() {
        return () -> List.of(NavItem.of(85, "imports", "exchange.nav", "box-arrow-in-down", "/imports")
                .forOwners());
    }
}
