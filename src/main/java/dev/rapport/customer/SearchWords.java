package dev.rapport.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns what was typed into LIKE patterns for {@code search_text}, by the same SQL function that wrote it. */
@Component
public class SearchWords {
    private static final int MOST = 10;
    private final JdbcClient jdbc;

    SearchWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every pattern must match. */
    public List<String> patterns(@Nullable String query) {
        if (query == null) {
            return List.of();
        }
        List<String> words = Arrays.stream(query.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::plain)
                .distinct()
                .limit(MOST)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> patterns = new ArrayList<>();
        for (String text : jdbc.sql("SELECT search_text(word) FROM unnest(:words) AS word")
                .param("words", words.toArray(String[]::new))
                .query(String.class)
                .list()) {
            if (!text.isBlank()) {
                patterns.add(pattern(text));
            }
        }
        return patterns;
    }

    /** A number is found whichever way its digits are grouped. */
    private static String plain(String word) {
        return word.matches("[+(]?\\d[\\d()./-]*") ? PhoneNumbers.digits(word) : word;
    }

    /**
     * {@code text} has a blank at either end. Ideographs keep theirs, which is what they are indexed by; a word of one or two
     * letters keeps the one before it and so means a beginning: inside words it would be found nearly everywhere, by no index.
     */
    private static String pattern(String text) {
        boolean startsApart = text.length() < 5 || isIdeograph(text.codePointAt(1));
        boolean endsApart = isIdeograph(text.codePointBefore(text.length() - 1));
        String word = text.substring(startsApart ? 0 : 1, endsApart ? text.length() : text.length() - 1);
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Set apart by blanks, in the words of V1's search_text. */
    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x2E80 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
