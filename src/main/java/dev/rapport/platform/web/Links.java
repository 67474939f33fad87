package dev.rapport.platform.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Gives a link the name of the file's version where a static file can be behind it, and leaves the others alone: Spring
 * would look for a file behind every link of a page and forget where there was none, which for a list of fifty customers
 * was most of the time that the page took.
 */
@Component
class Links extends StandardLinkBuilder {
    private static final List<String> FOLDERS = List.of("/css/", "/js/", "/img/", "/webjars/");

    Links(SpringTemplateEngine engine) {
        engine.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return FOLDERS.stream().anyMatch(link::startsWith) ? super.processLink(context, link) : link;
    }
}
