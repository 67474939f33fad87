package dev.rapport.platform;

import org.jspecify.annotations.Nullable;

/** Text as a person typed it, on its way in. */
public final class Typed {
    private Typed() {}

    /** A single line without the white space around it; null when nothing is left. */
    public static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A note from a form: browsers send every line end as CR LF. Null when it is blank. */
    public static @Nullable String note(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.replace("\r\n", "\n");
    }

    /** Whether PostgreSQL can hold it: no NUL, no half of a surrogate pair. */
    public static boolean isStorable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
