package dev.rapport.interaction;

import dev.rapport.platform.Tracked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    @Bean
    Tracked trackedInteraction() {
        return InteractionService.TRACKED;
    }
}
