package dev.rapport.exchange.archive.readable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HTML that stands by itself, without script; every text in it is escaped. */
final class Page {
    private static final String STYLE = style();
    private final Writer out;

    private Page(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
    }

    static Page begin(OutputStream out, Words words, String title) throws IOException {
        Page page = new Page(out);
        page.html("<!doctype html>\n<html lang=\"").text(words.language());
        page.html("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.html(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.element("title", title).html("<style>").html(STYLE).html("</style></head>\n<body>\n");
        return page;
    }

    void end() throws IOException {
        html("</body></html>\n");
        out.flush();
    }

    /** Markup of ours. */
    Page html(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Anything typed. */
    Page text(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String safe = escaped(text.charAt(i));
            if (safe != null) {
                out.write(text, from, i - from);
                out.write(safe);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
        return this;
    }

    Page element(String name, String text) throws IOException {
        return html("<" + name + ">").text(text).html("</" + name + ">");
    }

    Page element(String name, String style, String text) throws IOException {
        return html("<" + name + " class=\"" + style + "\">").text(text).html("</" + name + ">");
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("/archive/readable.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
