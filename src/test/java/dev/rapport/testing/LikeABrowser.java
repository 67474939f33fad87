package dev.rapport.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Mock requests name no host by themselves, and those are refused. */
@TestConfiguration(proxyBeanMethods = false)
class LikeABrowser {
    @Bean
    MockMvcBuilderCustomizer namesTheHost() {
        return http -> http.defaultRequest(MockMvcRequestBuilders.get("/").header(HttpHeaders.HOST, "localhost"));
    }
}
