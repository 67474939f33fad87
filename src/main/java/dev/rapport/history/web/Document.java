package dev.rapport.history.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** An HTML file that stands by itself, to hand over: it is opened from a disk or printed, long after and without Rapport. */
final class Document {
    private static final String STYLE = "/dev/rapport/history/document.css";
    private final StringBuilder html = new StringBuilder(4096);

    /** What is said, under what it is called. */
    record Fact(String label, String text) {}

    Document(Locale locale, String title, String introduction) {
        html.append("<!doctype html>\n<html lang=\"")
                .append(text(locale.toLanguageTag()))
                .append(
                        "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(text(title))
                .append("</title>\n<style>")
                .append(style())
                .append("</style></head>\n<body>\n<h1>")
                .append(text(title))
                .append("</h1>\n<p>")
                .append(text(introduction))
                .append("</p>\n");
    }

    Document heading(String title) {
        html.append("<h2>").append(text(title)).append("</h2>\n");
        return this;
    }

    Document paragraph(String words) {
        html.append("<p>").append(text(words)).append("</p>\n");
        return this;
    }

    Document facts(List<Fact> facts) {
        html.append("<dl>\n");
        for (Fact fact : facts) {
            html.append("<dt>")
                    .append(text(fact.label()))
                    .append("</dt><dd>")
                    .append(text(fact.text()))
                    .append("</dd>\n");
        }
        html.append("</dl>\n");
        return this;
    }

    byte[] bytes() {
        return (html + "</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8");
    }

    private static String style() {
        try (InputStream css = Document.class.getResourceAsStream(STYLE)) {
            return css == null ? "" : new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
