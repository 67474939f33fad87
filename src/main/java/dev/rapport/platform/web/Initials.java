package dev.rapport.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One or two letters that stand for a name. */
final class Initials {
    private Initials() {}

    static String of(@Nullable String name) {
        if (name == null) {
            return "?";
        }
        List<String> words = Stream.of(name.strip().split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        String first = letter(words.get(0));
        boolean ideographic = Character.isIdeographic(words.get(0).codePointAt(0));
        return ideographic || words.size() == 1 ? first : first + letter(words.get(words.size() - 1));
    }

    private static String letter(String word) {
        return Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }
}
