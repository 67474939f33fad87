package dev.rapport.metrics.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TableConfiguration implements WebMvcConfigurer {

    private final TableFiles files;

    TableConfiguration(TableFiles files) {
        this.files = files;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(files).addPathPatterns("/numbers/**");
    }
}
