package dev.rapport.platform.web;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Static files carry their content's hash or version in the address, so a browser never has to ask for one again. */
@Configuration(proxyBeanMethods = false)
class StaticFiles {
    static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Spring Boot's properties can say everything but "immutable". */
    @Bean
    static BeanPostProcessor immutableFiles() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SimpleUrlHandlerMapping mapping && name.equals("resourceHandlerMapping")) {
                    mapping.getUrlMap().values().stream()
                            .filter(ResourceHttpRequestHandler.class::isInstance)
                            .map(ResourceHttpRequestHandler.class::cast)
                            .forEach(files -> files.setCacheControl(FOR_EVER));
                }
                return bean;
            }
        };
    }
}
