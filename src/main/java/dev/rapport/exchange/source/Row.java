package dev.rapport.exchange.source;

import java.util.List;

/** One record of the file and the line it starts on. */
public record Row(long line, List<String> cells) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
