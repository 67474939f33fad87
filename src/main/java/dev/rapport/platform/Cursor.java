package dev.rapport.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a sorted list: the sort value of the row before, as text, and its id. */
public record Cursor(String value, long id) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public String encoded() {
        return ENCODER.encodeToString((id + "|" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused naming {@code after} when the text is no cursor of ours */
    public static @Nullable Cursor decode(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", 2));
            if (plain.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(text);
            }
            return new Cursor(parts.get(1), Long.parseLong(parts.get(0)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
