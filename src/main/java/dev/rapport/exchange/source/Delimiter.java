package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.Optional;

/** What stands between two cells; the symbol is its name in a mapping. */
public enum Delimiter {
    TAB("\t"),
    SEMICOLON(";"),
    COMMA(","),
    /** Any run of spaces or tabs, leading ones ignored. */
    BLANKS("blanks");

    private final String symbol;

    Delimiter(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static Optional<Delimiter> of(String symbol) {
        return Arrays.stream(values()).filter(it -> it.symbol.equals(symbol)).findFirst();
    }
}
