package dev.rapport.platform.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Gives a link the name of the file's version where a static file can be behind it, and leaves the others alone: Spring
 * would look for a file behind every link of a page and forget where there was none, which for a list of fifty customers
 * was most of the time that the page took. Templates name a handful of files, so what each came to is kept.
 */
@Component
class Links extends StandardLinkBuilder {
    private static final List<String> FOLDERS = List.of("/css/", "/js/", "/img/", "/webjars/");

    private final Map<String, String> files = new ConcurrentHashMap<>();

    Links(SpringTemplateEngine engine) {
        engine.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (FOLDERS.stream().noneMatch(link::startsWith)) {
            return link;
        }
        return files.computeIfAbsent(link, file -> super.processLink(context, file));
    }
}
