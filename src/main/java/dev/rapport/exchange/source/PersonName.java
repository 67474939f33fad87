package dev.rapport.exchange.source;

import org.jspecify.annotations.Nullable;

/** Makes one name of several columns, in the order that the name's own language wants. */
public final class PersonName {
    private PersonName() {}

    public static @Nullable String of(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return isEastAsian(first) && isEastAsian(last) ? last + first : first + " " + last;
    }

    /** A prefix alone names nobody; a middle name belongs to the first, Chinese ones without a blank. */
    static @Nullable String of(
            @Nullable String prefix, @Nullable String first, @Nullable String middle, @Nullable String last) {
        String given = first == null || middle == null
                ? (first == null ? middle : first)
                : isEastAsian(first) && isEastAsian(middle) ? first + middle : first + " " + middle;
        String name = of(given, last);
        return name == null || prefix == null ? name : prefix + " " + name;
    }

    private static boolean isEastAsian(String name) {
        return name.codePoints().mapToObj(Character.UnicodeScript::of).allMatch(it -> switch (it) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }
}
