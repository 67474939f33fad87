package dev.rapport.interaction;

import dev.rapport.customer.CustomerFacts;
import dev.rapport.platform.Tracked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    @Bean
    Tracked trackedInteraction() {
        return InteractionService.TRACKED;
    }

    @Bean
    CustomerFacts interactionsOfCustomer() {
        return new CustomerFacts("interaction", 20);
    }

    @Bean
    CustomerFacts timelineOfCustomer() {
        return new CustomerFacts("timeline_entry", 30);
    }
}
