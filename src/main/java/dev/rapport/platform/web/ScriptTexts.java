package dev.rapport.platform.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.serializer.IStandardJavaScriptSerializer;

/**
 * Writes {@code <} in the data of a page as its escape. Thymeleaf only breaks up the end of a script; what someone typed
 * could still begin a comment and a script within it, after which a browser takes the rest of the page for data.
 */
@Component
class ScriptTexts {

    ScriptTexts(SpringTemplateEngine engine) {
        engine.getDialects().stream()
                .filter(StandardDialect.class::isInstance)
                .map(StandardDialect.class::cast)
                .forEach(dialect -> dialect.setJavaScriptSerializer(escaping(dialect.getJavaScriptSerializer())));
    }

    private static IStandardJavaScriptSerializer escaping(IStandardJavaScriptSerializer plain) {
        return (value, writer) -> {
            var text = new StringWriter();
            plain.serializeValue(value, text);
            write(text.toString().replace("<", "\\u003C"), writer);
        };
    }

    private static void write(String text, Writer writer) {
        try {
            writer.write(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
