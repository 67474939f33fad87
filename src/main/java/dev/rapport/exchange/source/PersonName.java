package dev.rapport.exchange.source;

import org.jspecify.annotations.Nullable;

/** Makes one name of two, in the order that the name's own language wants. */
public final class PersonName {
    private PersonName() {}

    public static @Nullable String of(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return isEastAsian(first) && isEastAsian(last) ? last + first : first + " " + last;
    }

    private static boolean isEastAsian(String name) {
        return name.codePoints().mapToObj(Character.UnicodeScript::of).allMatch(it -> switch (it) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }
}
