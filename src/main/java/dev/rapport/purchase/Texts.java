package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import org.jspecify.annotations.Nullable;

/** Text that a column holds, cleaned; too long or unstorable is refused, whatever door it came through. */
final class Texts {
    private static final int LINE = 500;
    private static final int NOTE = 100_000;

    private Texts() {}

    static @Nullable String line(String field, @Nullable String text) {
        return fitting(field, Typed.line(text), LINE);
    }

    static @Nullable String note(String field, @Nullable String text) {
        return fitting(field, Typed.note(text), NOTE);
    }

    private static @Nullable String fitting(String field, @Nullable String text, int length) {
        if (text != null && text.length() > length) {
            throw new Refused(field, "purchase.refused.long", length);
        }
        if (text != null && !Typed.isStorable(text)) {
            throw new Refused(field, "platform.refused.characters");
        }
        return text;
    }
}
