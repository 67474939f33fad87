package dev.rapport.platform.web;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/**
 * Draws a piece of a page once for all pages on which it looks alike, for drawing is most of what a page costs:
 *
 * <pre>{@code <th:block kept:as="~{fragments/nav :: side}" kept:by="${ {nav, section} }" />}</pre>
 *
 * {@code kept:by} names everything that the piece is drawn from, by value; the language and what {@code fmt} depends on count
 * by themselves, and the form token of each request is put in. Nothing has to be thrown away: other values are another key.
 */
@Component
class KeptPieces extends AbstractProcessorDialect {
    private static final String PREFIX = "kept";
    private final boolean keeps;

    KeptPieces(@Value("${spring.thymeleaf.cache:true}") boolean keeps) {
        super("Kept pieces", PREFIX, 1000);
        this.keeps = keeps;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new KeptPiece(prefix, new PieceStore(keeps)));
    }
}
