package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    LocaleResolver localeResolver(ObjectProvider<BusinessSettings> business) {
        return new LanguageResolver(business);
    }
}
