package dev.rapport.platform.web;

import dev.rapport.platform.web.PieceStore.Key;
import dev.rapport.platform.web.PieceStore.Piece;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.IStandardExpressionParser;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.FastStringWriter;

/** The attribute {@code kept:as}, which see {@link KeptPieces}. */
final class KeptPiece extends AbstractAttributeTagProcessor {
    private static final int AFTER_ITERATIONS_AND_CONDITIONS = 1500;
    private static final String BY = "by";
    private final PieceStore store;

    KeptPiece(String prefix, PieceStore store) {
        super(TemplateMode.HTML, prefix, null, false, "as", true, AFTER_ITERATIONS_AND_CONDITIONS, true);
        this.store = store;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String fragment,
            IElementTagStructureHandler structure) {
        Formats.Basis formats = context.getVariable("fmt") instanceof Formats fmt ? fmt.basis() : null;
        String expression = tag.getAttributeValue(getDialectPrefix(), BY);
        Object by = expression == null ? null : evaluate(context, expression);
        Key key = new Key(fragment, context.getLocale(), by, formats);
        Piece piece = store.find(key);
        String token = piece != null && !piece.holdsToken() ? null : token(context);
        if (piece == null || piece.holdsToken() && token == null) {
            piece = Piece.of(draw(context, fragment), token);
            store.keep(key, piece);
        }
        structure.replaceWith(piece.with(token), false);
    }

    private static String draw(ITemplateContext context, String fragment) {
        FastStringWriter html = new FastStringWriter(2000);
        Fragment found = (Fragment) evaluate(context, fragment);
        context.getConfiguration().getTemplateManager().process(found.getTemplateModel(), context, html);
        return html.toString();
    }

    private static @Nullable String token(ITemplateContext context) {
        return context.getVariable("_csrf") instanceof CsrfToken csrf ? csrf.getToken() : null;
    }

    private static Object evaluate(ITemplateContext context, String expression) {
        IStandardExpressionParser parser = StandardExpressions.getExpressionParser(context.getConfiguration());
        return parser.parseExpression(context, expression).execute(context);
    }
}
