package dev.rapport.customer.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerNavigation {
    @Bean
    Navigation customersInTheNavigation() {
        return () -> List.of(NavItem.of(20, "customers", "customer.nav", "people", "/customers")
                .onBar(2));
    }
}
