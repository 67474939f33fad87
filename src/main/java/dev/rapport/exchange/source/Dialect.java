package dev.rapport.exchange.source;

import java.nio.charset.Charset;

/** How the file is written down. */
public record Dialect(Charset charset, Delimiter delimiter, boolean header) {
    Dialect withHeader(boolean header) {
        return new Dialect(charset, delimiter, header);
    }
}
