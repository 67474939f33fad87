package dev.rapport.metrics.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsNavigation {

    @Bean
    Navigation numbers() {
        return () -> List.of(
                NavItem.of(70, "numbers", "metrics.nav", "graph-up", "/numbers").onBar(1));
    }
}
