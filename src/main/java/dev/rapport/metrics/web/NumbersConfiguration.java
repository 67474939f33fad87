package dev.rapport.metrics.web;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Calculators read their bodies more strictly than the rest of the API, where amounts may be strings of digits. */
@Configuration(proxyBeanMethods = false)
class NumbersConfiguration {

    @Bean
    ServerHttpMessageConvertersCustomizer numbersOfCalculators(JsonMapper json) {
        JsonMapper strict = json.rebuild()
                .withCoercionConfig(
                        LogicalType.Float, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
                .build();
        return converters -> converters.configureMessageConverters(converter -> {
            if (converter instanceof JacksonJsonHttpMessageConverter bodies) {
                bodies.registerMappersForType(OfNumbers.class, of -> of.put(MediaType.APPLICATION_JSON, strict));
            }
        });
    }
}
