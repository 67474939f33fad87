package dev.rapport.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.StandardEngineContextFactory;
import org.thymeleaf.context.WebEngineContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.IServletWebExchange;

/** Makes what a page is drawn from, with {@link AttributesAtHand}. */
@Component
class PageContexts implements IEngineContextFactory {
    private final IEngineContextFactory standard = new StandardEngineContextFactory();

    PageContexts(SpringTemplateEngine engine) {
        engine.setEngineContextFactory(this);
    }

    @Override
    public IEngineContext createEngineContext(
            IEngineConfiguration configuration,
            TemplateData template,
            Map<String, Object> resolution,
            IContext context) {
        if (!(context instanceof IWebContext web && web.getExchange() instanceof IServletWebExchange exchange)) {
            return standard.createEngineContext(configuration, template, resolution, context);
        }
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        context.getVariableNames().forEach(name -> variables.put(name, context.getVariable(name)));
        return new WebEngineContext(
                configuration, template, resolution, new AttributesAtHand(exchange), context.getLocale(), variables);
    }
}
