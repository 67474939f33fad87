package dev.rapport.metrics.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TableConfiguration implements WebMvcConfigurer {

    private final TableFiles files;
    private final PreparedPages prepared;

    TableConfiguration(TableFiles files, PreparedPages prepared) {
        this.files = files;
        this.prepared = prepared;
    }

    /** The last one is asked first once a page is made. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(files).addPathPatterns("/numbers/**");
        registry.addInterceptor(prepared).addPathPatterns("/numbers/**");
    }
}
