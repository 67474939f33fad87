package dev.rapport.history.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryNavigation {
    @Bean
    Navigation historyInTheNavigation() {
        return () -> List.of(NavItem.of(87, "history", "history.nav", "clock-history", "/changes")
                .atFoot());
    }
}
